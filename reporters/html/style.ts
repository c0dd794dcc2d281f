/** The style of the page. Every pair of text and background is at least 4.5:1 in both themes. */
const light = `--bg:#f5f6f8;--surface:#fff;--sunk:#f0f2f5;--ink:#14181f;--muted:#525c6b;--line:#dde1e8;--link:#0b57a4;
--fail:#b3261e;--fail-bg:#fdecea;--warn:#875400;--warn-bg:#fdf3dc;--inconclusive:#6440b5;--inconclusive-bg:#f1ecfb;
--pass:#0b6b63;--pass-bg:#e3f3f1;--skip:#525c6b;--skip-bg:#f0f2f5;color-scheme:light`;
const dark = `--bg:#0e1116;--surface:#161a21;--sunk:#1d222b;--ink:#e6e9ef;--muted:#9fa9b8;--line:#2b323d;--link:#8ab8ff;
--fail:#ff9a90;--fail-bg:#3a1b1a;--warn:#f0bd5c;--warn-bg:#33270f;--inconclusive:#c4adff;--inconclusive-bg:#2a2140;
--pass:#5cd0c4;--pass-bg:#12302d;--skip:#9fa9b8;--skip-bg:#1d222b;color-scheme:dark`;

const frame = `
:root{${light};
--mono:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;
--sans:Inter,system-ui,-apple-system,"Segoe UI","Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
@media (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
html{font:15px/1.5 var(--sans);background:var(--bg);color:var(--ink);-webkit-text-size-adjust:100%}
body{margin:0;overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px}
pre,.mono{font-family:var(--mono);font-size:.9em}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:3px}
.skiplink{position:absolute;left:-999px}
.skiplink:focus{left:1rem;top:.5rem;background:var(--surface);padding:.4rem .8rem;z-index:9}
.sprite{position:absolute}
svg.i{width:1.05em;height:1.05em;vertical-align:-.17em;flex:none}
.fail{color:var(--fail)}.warn{color:var(--warn)}.inconclusive{color:var(--inconclusive)}
.pass{color:var(--pass)}.skip{color:var(--skip)}
.muted{color:var(--muted)}.num{font-variant-numeric:tabular-nums}
header.top{border-bottom:1px solid var(--line);background:var(--surface)}
.bar,main{max-width:1180px;margin:0 auto;padding:0 24px}
.bar{display:flex;align-items:center;gap:20px;min-height:52px}
.brand{font-weight:650;display:inline-flex;gap:.5em;align-items:center}
.brand svg{width:20px;height:20px;color:var(--pass)}
main{padding-top:26px;padding-bottom:40px}
h1{font-size:1.62rem;line-height:1.22;letter-spacing:-.012em;margin:0;font-weight:650}
h2{font-size:1.3rem;line-height:1.25;margin:0;font-weight:650}
h3{font-size:1.06rem;margin:24px 0 10px;font-weight:650}
h4{font-size:1rem;margin:0;font-weight:600}
section{margin-top:30px}
.domain{border-top:1px solid var(--line);padding-top:26px}
.domain:first-of-type{border-top:0;padding-top:0;margin-top:0}
footer{max-width:1132px;width:calc(100% - 48px);margin:0 auto;padding:18px 0 40px;color:var(--muted);font-size:.87rem;
border-top:1px solid var(--line)}`;

const pieces = `
.chips{display:flex;flex-wrap:wrap;gap:8px;margin:11px 0 0}
.chip{display:inline-flex;gap:.4em;align-items:center;border-radius:99px;padding:2px 11px;font-size:.89rem;font-weight:600}
.chip.fail{background:var(--fail-bg)}.chip.warn{background:var(--warn-bg)}.chip.pass{background:var(--pass-bg)}
.chip.inconclusive{background:var(--inconclusive-bg)}.chip.skip{background:var(--skip-bg)}
.lead{font-size:1.08rem;margin:12px 0 0;max-width:72ch}
.about{color:var(--muted);margin:7px 0 0}
.card{background:var(--surface);border:1px solid var(--line);border-radius:11px;padding:18px 20px}
.card>h2{font-size:1.06rem;margin:0 0 10px}
.tiles{list-style:none;padding:0;margin:22px 0 0;display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:12px}
.tiles li{background:var(--surface);border:1px solid var(--line);border-radius:11px;padding:12px 15px 13px}
.tiles b{display:block;font-size:1.75rem;line-height:1.2;font-weight:620;letter-spacing:-.02em}
.tiles span{display:flex;gap:.4em;align-items:center;font-weight:600;font-size:.93rem}
.finding{background:var(--surface);border:1px solid var(--line);border-left:4px solid;border-radius:11px;
padding:16px 20px;margin-top:12px}
.finding.fail{border-left-color:var(--fail)}.finding.inconclusive{border-left-color:var(--inconclusive);border-left-style:dashed}
.finding.fail,.finding.inconclusive{color:var(--ink)}
.finding>header{display:flex;gap:10px;align-items:baseline;flex-wrap:wrap}
.finding>header h4{flex:1 1 300px;min-width:0}
.finding>header svg.i{position:relative;top:2px}
.finding>header .mono{color:var(--muted)}
.finding p{margin:7px 0 0;max-width:78ch}
.finding p a{white-space:nowrap}
.proof{margin:12px 0 0;display:grid;grid-template-columns:5.2rem minmax(0,1fr);gap:8px 12px}
.proof dt{color:var(--muted);font-size:.87rem;padding-top:1px}
.proof dd{margin:0;min-width:0}
.proof dd>*+*{margin-top:8px}
.proof p,.finding .proof p{margin:0}
.rows summary{cursor:pointer}.rows .proof{margin-bottom:8px}
pre{background:var(--sunk);border-radius:8px;padding:10px 13px;margin:0;overflow-x:auto;line-height:1.5}
pre.copy{white-space:pre-wrap}
pre .d{color:var(--fail)}pre .a{color:var(--pass)}pre .t{color:var(--muted)}
ul.tree,ul.tree ul{list-style:none;margin:0;padding:0;font-family:var(--mono);font-size:.85rem;line-height:1.62}
ul.tree ul{padding-left:1.25em;border-left:1px solid var(--line);margin-left:.3em}
ul.tree .n{color:var(--muted)}ul.tree .note{color:var(--fail);font-weight:600}
.rows{width:100%;border-collapse:collapse;font-size:.92rem}
.rows td,.rows th{padding:6px 10px 6px 0;border-top:1px solid var(--line);vertical-align:top;text-align:left}
.rows tr:first-child>*{border-top:0}
.rows thead th{font-weight:600;color:var(--muted);font-size:.82rem;overflow-wrap:normal}
.fleet tbody th{min-width:15em}.fleet .n{white-space:nowrap;padding-right:14px}
.rows tbody th{font-weight:600}
.rows .id{white-space:nowrap}
.rows .n{text-align:right;font-variant-numeric:tabular-nums}
.fold{background:var(--surface);border:1px solid var(--line);border-radius:11px;margin-top:12px}
.fold>summary{padding:12px 20px;font-weight:600;cursor:pointer}
.fold>div{padding:0 20px 14px}
.scroll{overflow-x:auto}`;

const narrow = `
@media (max-width:640px){
.bar,main{padding-left:16px;padding-right:16px}
footer{width:calc(100% - 32px)}
.tiles{grid-template-columns:repeat(2,minmax(0,1fr))}
.finding,.card{padding:14px 15px}
.proof{grid-template-columns:minmax(0,1fr);gap:3px}.proof dd+dt{margin-top:8px}
.finding>header{display:grid;grid-template-columns:auto minmax(0,1fr);gap:2px 9px}
.finding>header>:last-child{grid-column:2}
pre{white-space:pre-wrap}
.fold>summary{padding:12px 15px}.fold>div{padding:0 15px 12px}
.stack td,.stack th{display:block;padding:7px 0 0}
.stack td+td,.stack th+td{border:0;padding:1px 0 7px}
.fleet thead,.fleet .n{display:none}}`;

const print = `
@media print{
:root{${light.replace("color-scheme:light", "--bg:#fff;--ink:#000;--link:#000")}}
header.top,.skiplink{display:none!important}
html{font-size:11px}main{padding:0;max-width:none}
h2,h3,h4{break-after:avoid}
.finding,.card,tr{break-inside:avoid}
pre{white-space:pre-wrap}
details::details-content{content-visibility:visible;display:block}
footer{padding:8px 0 0}
@page{margin:14mm}}`;

export const style = `${frame}${pieces}${narrow}${print}`.replaceAll("\n", "");
