import psycopg,time
from psycopg import pq
c=psycopg.connect("postgres://postgres@127.0.0.1:5432/grenverk_bench",autocommit=True); c.prepare_threshold=1
c.execute("set timezone='UTC'")
def m(n,s,a,**k):
    best=[]
    for _ in range(10):
        t=time.perf_counter()
        for i in range(100): psycopg.Cursor(c).execute(s,a,prepare=True,**k).fetchall()
        best.append((time.perf_counter()-t)/100*1e6)
    print(n,round(min(best)))
W=" from publish_placement p where p.site_id=%s and p.kind=%s and p.language=%s and p.type=%s order by p.shown_at desc,publication_id desc limit 21"
A=(2,"page","sv","article")
for n in ("1","overlay","publication_id","shown_at","shown_at::text","shown_at,publication_id,overlay","length(overlay)"):
    m(n,"select "+n+W,A); m(n+" bin","select "+n+W,A,binary=True)
J=" from publish_placement p join publish_publication q on p.publication_id=q.identity_id where p.site_id=%s and p.kind=%s and p.language=%s and p.type=%s order by p.shown_at desc,publication_id desc limit 21"
for n in ("1","card","length(card)","card,overlay,shown_at,publication_id","string_agg(card,',')"):
    if "agg" in n:
        m(n,"select string_agg(card,',') from (select card"+J+") x",A)
        m(n+"ov","select string_agg(left(card,-1)||','||overlay||'}',',') from (select card,overlay"+J+") x",A)
    else: m(n,"select "+n+J,A)
