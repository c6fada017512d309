import psycopg
c=psycopg.connect("postgres://postgres@127.0.0.1:5432/grenverk_bench",autocommit=True)
c.execute("set plan_cache_mode=force_generic_plan")
row=c.execute("select shown_at,publication_id from publish_placement where site_id=2 and kind='page' and type='article' order by shown_at desc,publication_id desc offset 9000 limit 1").fetchone()
Q="""select card, shown_at,publication_id,overlay from publish_placement p join publish_publication q on p.publication_id=q.identity_id where p.site_id=$1 and p.kind=$2 and p.language=$3 and p.type=$4 and {} order by p.shown_at desc,publication_id desc limit 21"""
for i,cond in enumerate(("p.shown_at <= $5 and (p.shown_at < $6 or (p.shown_at=$7 and p.publication_id < $8))","(p.shown_at,p.publication_id) < ($5,$6)")):
    n=8 if i==0 else 6
    c.execute(f"prepare q{i}("+("int,text,text,text,timestamptz,timestamptz,timestamptz,uuid" if n==8 else "int,text,text,text,timestamptz,uuid")+") as "+Q.format(cond))
    a=[2,"'page'","'sv'","'article'"]+[f"'{row[0]}'"]*(3 if n==8 else 1)+[f"'{row[1]}'"]
    for l in c.execute(f"explain analyze execute q{i}("+",".join(map(str,a))+")").fetchall(): print(l[0])
