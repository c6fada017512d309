import sys; sys.argv=["x","postgresql","none"]
import prof_tmp as p, time
from django.db import connection
p.call(p.cs["cards"].ours.requests[0])
c=connection.connection
from django.db.backends.postgresql.base import ServerBindingCursor as S
from psycopg.types.string import TextLoader
def m(n,f,k=2000):
    b=9
    for _ in range(5):
        t=time.perf_counter()
        for i in range(k): f()
        b=min(b,(time.perf_counter()-t)/k)
    print(n,round(b*1e6,1))
m("cursor",lambda:S(c))
def r():
    x=S(c); x.adapters.register_loader("timestamptz",TextLoader); x.adapters.register_loader("uuid",TextLoader)
m("cursor+reg",r)
Q="select overlay, shown_at,publication_id,overlay from publish_placement p where site_id=2 and kind='page' order by shown_at desc limit 21"
def q(b,reg):
    def f():
        x=S(c)
        if reg: x.adapters.register_loader("timestamptz",TextLoader); x.adapters.register_loader("uuid",TextLoader)
        return x.execute(Q,prepare=True,binary=b).fetchall()
    return f
print(q(True,0)()[0][1:3],q(False,1)()[0][1:3],q(False,0)()[0][1:3])
for b,g in ((False,0),(True,0),(False,1)):
    import time as t
    cc=t.process_time(); m(f"{b} {g}",q(b,g),300); print("cpu",(t.process_time()-cc)/1500*1e6)
import hashlib
b=b"x"*102800; s="å"*50000
m("sha",lambda:hashlib.sha256(b).hexdigest(),300); m("blake2b",lambda:hashlib.blake2b(b).hexdigest(),300); m("enc",lambda:s.encode(),300); m("dec",lambda:s.encode().decode(),300)
