import { dark, declarations, light } from './palette.ts';

const serif =
  '"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,"EB Garamond","Book Antiqua",Georgia,serif';
const sans =
  'Seravek,"Gill Sans Nova",Ubuntu,Calibri,"Source Sans 3","Open Sans","Noto Sans","Segoe UI",system-ui,sans-serif';

/** The whole style sheet of the report: screen in two themes, phone, and A4. */
export const style = `
:root{color-scheme:light dark;${declarations(light)};--serif:${serif};--sans:${sans}}
@media (prefers-color-scheme:dark){:root{${declarations(dark)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 var(--sans);font-variant-numeric:lining-nums tabular-nums;overflow-wrap:anywhere}
main,header,footer{max-width:46rem;margin:0 auto;padding:0 clamp(1rem,4vw,2rem)}
header{display:flex;align-items:center;gap:.75rem;padding-top:1.75rem;padding-bottom:1.75rem}
header p{margin:0}
.brand{font:600 1.35rem/1 var(--serif)}
.when{margin-left:auto!important;color:var(--soft);font-size:.875rem;text-align:right}
.mark{flex:none}.cell{stroke:var(--ink);stroke-width:1.5;stroke-linejoin:round}.cell.one{fill:var(--worse-band)}.cell.two{fill:var(--level-band)}.nucleus{fill:var(--level)}.seal{stroke:var(--worse);stroke-width:3.5;stroke-linecap:round;fill:none}
h1,h2,h3{font-family:var(--serif);line-height:1.2;text-wrap:balance;font-weight:600}
h1{font-size:clamp(1.9rem,6vw,2.75rem);margin:.25rem 0 1.25rem;letter-spacing:-.01em}
h2{font-size:1.6rem;margin:0 0 .75rem}
h3{font-size:1.25rem;margin:0 0 .5rem}
.foremost{border:2px solid var(--ink);padding:.75rem 1rem;margin:0 0 2rem;font-weight:600}.foremost p{margin:.25rem 0}
.question{margin:0;color:var(--soft);font-size:.95rem}
.lead{font:1.22rem/1.6 var(--serif);margin:0 0 1rem}
.about{color:var(--soft);margin:0}
section{padding:2.75rem 0 0}
section>section{padding-top:0}
.name{font-weight:600;font-style:normal}
h1 .name,h2 .name,h3 .name{font-weight:inherit;color:var(--level)}
figure{margin:1.25rem 0 0}
figcaption{font:1rem/1.5 var(--serif);color:var(--soft);margin-top:.75rem}
.chart{display:block;overflow:visible}.plane{overflow:visible}
.panel,.plot{padding-left:2.4rem}
.panel+.panel,details .panel{margin-top:1.5rem}
.plane path{vector-effect:non-scaling-stroke;fill:none}
.chart text{font:.78rem var(--sans);fill:var(--soft);font-variant-numeric:tabular-nums}
.tick.end text{text-anchor:end}
.grid{stroke:var(--line);stroke-width:1}
.zero{stroke:var(--soft);stroke-width:1.25}
.dots{stroke:var(--ink);stroke-width:4;stroke-linecap:round}
.plane .level-band{fill:var(--level-band)}.level{stroke:var(--level);stroke-width:2}
.unknown rect{fill:url(#hatch)}.hatch-ground{fill:var(--unknown-band);opacity:.45}.hatch-line{stroke:var(--unknown);stroke-width:1;opacity:.55}
.key-hatch{vertical-align:-.1em}.key-hatch rect{stroke:var(--unknown)}
.break line{stroke:var(--ink);stroke-width:1.25;stroke-dasharray:2 4;stroke-linecap:round}.chart .break text{fill:var(--ink)}
.bead-row{margin-top:.35rem}.bead-label{margin:0;font-size:.9rem;line-height:1.3}.bead-label span{color:var(--soft)}
.string{stroke:var(--line);stroke-width:1.5}
.first .string,.inner .string,.last .string{stroke:var(--soft)}
.bead-row.first,.bead-row.inner,.bead-row.last{margin-left:-.9rem;padding-left:.75rem;border-left:2px solid var(--soft)}
.bead-row.inner,.bead-row.last{margin-top:0;padding-top:.35rem}
.bead{stroke-width:8;stroke-linecap:round;stroke:var(--level)}
.worse .bead{stroke:var(--worse)}.better .bead{stroke:var(--better)}.bead-hole{stroke-width:4;stroke-linecap:round;stroke:var(--paper)}
.leaf{background:var(--leaf);border:1px solid var(--line);border-radius:1.25rem;padding:1.5rem clamp(1rem,4vw,2rem);margin-top:1.25rem}
.leaf p{margin:.35rem 0 0}
.verdict{display:flex;flex-wrap:wrap;gap:.35rem 1rem;margin:0 0 .5rem!important;font-size:.95rem;color:var(--soft)}
.verdict b{font-weight:600;color:var(--level)}.verdict .worse{color:var(--worse)}.verdict .better{color:var(--better)}
.literature{margin-top:1.25rem;padding-top:1rem;border-top:1px solid var(--line);font-size:.95rem}.literature h4{font:600 1rem/1.3 var(--sans);margin:0}
.claim{margin-top:3rem;padding-top:1.5rem;border-top:2px solid var(--ink)}.claim h1{font-size:clamp(1.4rem,4vw,1.8rem);margin:.15rem 0 .4rem}.claim h2{font-size:1.15rem;margin:0 0 .3rem}.claim section{padding:1rem 0 0}.claim section p,.claim ol,.claim ul{margin-top:0}.claim-id,.claim-note,.claim dt{color:var(--soft);font-size:.9rem}.claim-head p{margin:0}.claim dl{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .5rem;margin:.25rem 0 0}.claim dt{margin:0}.claim dt::after{content:":"}.claim dd{margin:0 1rem 0 0}.claim ol{font-size:.9rem}.claims{list-style:none;padding:0}.claims li{padding:.3rem 0;border-top:1px solid var(--line)}main a{color:var(--level)}
.literature ul{list-style:none;margin:0;padding:0}.literature li{margin-top:.6rem;padding-left:.9rem;border-left:2px solid var(--line)}.literature li p{margin:.1rem 0 0}.literature .source{color:var(--soft);font-size:.85rem}
.corridor{fill:var(--quiet)}
.plane .band.worse{fill:var(--worse-band)}.plane .band.better{fill:var(--better-band)}.plane .band.plain{fill:var(--level-band)}
.hill{stroke-width:2.5;stroke-linejoin:round}.hill.worse{stroke:var(--worse)}.hill.better{stroke:var(--better);stroke-dasharray:7 3}.hill.plain{stroke:var(--level)}
.chart .peak{font-size:.95rem;font-weight:600}.chart .peak.worse{fill:var(--worse)}.chart .peak.better{fill:var(--better)}.chart .peak.plain{fill:var(--level)}
.delay line{stroke-width:3;stroke-linecap:round}.delay.worse line{stroke:var(--worse)}.delay.better line{stroke:var(--better)}.delay.plain line{stroke:var(--level)}
.delay.worse circle{fill:var(--worse)}.delay.better circle{fill:var(--better)}.delay.plain circle{fill:var(--level)}
.key{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0 0 .5rem;padding:0;font-size:.95rem}.key li{display:flex;gap:.5rem;align-items:center}.key svg{flex:none}
.plot.wide{padding-left:3.2rem}.course,.plane .course{fill:none;stroke-width:2.25;stroke-linejoin:round;stroke-linecap:round}
.plane .swings{opacity:.22}.plane .f0{fill:var(--level)}.plane .f1{fill:var(--ink)}.plane .f2{fill:var(--better)}.plane .f3{fill:var(--worse)}.plane .f4{fill:var(--soft)}.plane .f5{fill:var(--unknown)}
.c0{stroke:var(--level)}.c1{stroke:var(--ink);stroke-dasharray:7 4}.c2{stroke:var(--better);stroke-dasharray:2 4}.c3{stroke:var(--worse);stroke-dasharray:10 4 2 4}.c4{stroke:var(--soft);stroke-dasharray:4 4}.c5{stroke:var(--unknown);stroke-dasharray:12 6}
.set{margin-top:1.25rem}
ul.string{list-style:none;margin:.5rem 0;padding:0}
ul.string li{position:relative;padding:.25rem 0 .25rem 1.75rem}
ul.string li::before{content:"";position:absolute;left:.15rem;top:.6em;border:.4rem solid var(--level);border-radius:50%}
ul.string li:not(:last-child)::after{content:"";position:absolute;left:.5rem;top:1em;height:100%;border-left:2px solid var(--level)}
details{margin-top:.9rem}
summary{cursor:pointer;color:var(--level);font-weight:600;padding:.4rem 0;min-height:2.75rem;display:list-item;align-content:center}
summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--level);outline-offset:2px;border-radius:.25rem}
.scroll{overflow-x:auto;margin:.5rem 0 1rem}
table{border-collapse:collapse;font-size:.9rem;line-height:1.4;min-width:100%}
caption{text-align:left;color:var(--soft);padding-bottom:.4rem}
th,td{padding:.35rem .9rem .35rem 0;text-align:right;vertical-align:top;border-bottom:1px solid var(--line);overflow-wrap:normal}
th[scope=row],thead th:first-child{text-align:left;font-weight:400;min-width:8rem;overflow-wrap:anywhere}
table.figures td{white-space:nowrap}table.wordy td:last-child,table.wordy th:last-child{text-align:left;min-width:14rem}
thead th{font-weight:600;vertical-align:bottom;color:var(--soft)}
.reasons{list-style:none;padding:0;margin:1rem 0 0}.reasons>li{border-top:1px solid var(--line);padding:.25rem 0}
.reasons details{margin:0}.reasons summary{display:flex;gap:.7rem;align-items:baseline}.reasons summary::before{content:"▸"/""}.reasons details[open]>summary::before{content:"▾"/""}.reasons summary::-webkit-details-marker{display:none}.count{flex:none;min-width:2ch;text-align:right;color:var(--unknown)}
.checks{list-style:none;margin:0;padding:0}.check{padding:1rem 0;border-top:1px solid var(--line)}.check p{margin:.2rem 0 0}
.state{font-weight:600;font-size:.9rem;color:var(--soft)}.passed .state{color:var(--better)}.failed .state{color:var(--worse)}.not-done .state{color:var(--unknown)}
.aside{color:var(--soft);font-size:.95rem}
.method{margin-top:1rem}.method p{margin:0 0 .35rem}.hundred{display:block;width:100%;max-width:24rem;height:auto}
.innocent{stroke:var(--line);stroke-width:8;stroke-linecap:round}.accused{fill:var(--worse)}
.whisker-row{margin-top:.75rem}.whisker-row p{margin:0 0 .15rem;display:flex;flex-wrap:wrap;gap:0 1rem;justify-content:space-between}.whisker-row .figures{color:var(--soft)}
line.whisker{stroke-width:3;stroke-linecap:round;stroke:var(--level)}circle.whisker{fill:var(--level)}
line.whisker.worse{stroke:var(--worse)}circle.whisker.worse{fill:var(--worse)}line.whisker.better{stroke:var(--better)}circle.whisker.better{fill:var(--better)}
dl{margin:0}dt{font-weight:600;margin-top:.75rem}dd{margin:0}
footer{margin-top:3rem;padding-top:1.5rem;padding-bottom:4rem;color:var(--soft);font-size:.95rem}
.definitions{position:absolute;width:0;height:0}
@media (max-width:30rem){.panel,.plot{padding-left:1.9rem}.when{max-width:9rem}.leaf{border-radius:1rem}}
@media print{
@page{size:A4;margin:16mm 15mm}
:root{color-scheme:light;${declarations(light)};--paper:#fff;--leaf:#fff}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{font-size:10.5pt;line-height:1.45}main,header,footer{max-width:none;padding-left:0;padding-right:0}
header{padding-top:0}h1{font-size:22pt}.lead{font-size:12.5pt;line-height:1.5}section{padding-top:7mm}
h2,h3,h2+p,caption{break-after:avoid}.leaf,.literature li,.hundred,.check,.method,.set,.panel,.whisker-row,tr{break-inside:avoid}
p,dd,li{orphans:3;widows:3}h2+p,dd,footer p{break-inside:avoid}dt{break-after:avoid}.leaf{padding:3mm 5mm;margin-top:4mm}figure{margin-top:2mm}figcaption{font-size:9.5pt;margin-top:1mm}
details:not([open]){display:none}.reasons details:not([open]){display:block}.reasons summary::before{content:""}.reasons summary{min-height:0}.scroll{overflow:visible}a{color:inherit}
}
`.trim();
