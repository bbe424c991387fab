import { dark, declarations, light } from '../report/palette.ts';

const serif =
  '"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,"EB Garamond","Book Antiqua",Georgia,serif';
const sans =
  'Seravek,"Gill Sans Nova",Ubuntu,Calibri,"Source Sans 3","Open Sans","Noto Sans","Segoe UI",system-ui,sans-serif';

/** One sheet of A4: a card on a screen, a column on a phone, exactly one page in print. */
export const sheetStyle = `
@page{size:A4;margin:11mm 13mm}
:root{color-scheme:light dark;${declarations(light)};--serif:${serif};--sans:${sans}}
@media (prefers-color-scheme:dark){:root{${declarations(dark)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--quiet);color:var(--ink);font:.8125rem/1.42 var(--sans);font-variant-numeric:lining-nums tabular-nums;overflow-wrap:anywhere}
main{max-width:210mm;margin:2rem auto;padding:12mm 14mm;background:var(--leaf);border:1px solid var(--line)}
header{display:flex;align-items:center;gap:.9rem;padding-bottom:.7rem;border-bottom:2px solid var(--ink)}
.mark{flex:none;width:42px;height:36px}.cell{stroke:var(--ink);stroke-width:1.5;stroke-linejoin:round}.cell.one{fill:var(--worse-band)}.cell.two{fill:var(--level-band)}.nucleus{fill:var(--level)}.seal{stroke:var(--worse);stroke-width:3.5;stroke-linecap:round;fill:none}
h1{font:600 1.45rem/1.15 var(--serif);margin:0}
header p{margin:.1rem 0 0;color:var(--soft)}
header .when{margin-left:auto;text-align:right;font-size:.8rem;flex:none}
.who{font-weight:600;color:var(--ink)!important}
h2{font:600 1rem/1.2 var(--serif);margin:0 0 .3rem}
section{margin-top:.85rem}
.flags{border:2px solid var(--ink);padding:.45rem .7rem;font-weight:600}
.flags h2{margin-bottom:.1rem}.flags p{margin:.1rem 0 0}
table{width:100%;border-collapse:collapse;table-layout:fixed}
.scores th:nth-child(1){width:21%}.scores th:nth-child(2){width:15%}.scores th:nth-child(3){width:14%}.scores th:nth-child(4){width:15%}
.suspects th:nth-child(1){width:21%}.suspects th:nth-child(2){width:30%}.suspects th:nth-child(3){width:16%}.suspects th:nth-child(4){width:18%}.suspects td small{display:block}
.trials th:nth-child(1){width:20%}.trials th:nth-child(2){width:27%}.trials th:nth-child(3){width:17%}.trials th:nth-child(5){width:7%}
th,td{text-align:left;vertical-align:top;padding:.2rem .6rem .2rem 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{font-size:.75rem;color:var(--soft);border-bottom-color:var(--soft);padding-top:0;vertical-align:bottom}
tbody th{font-weight:600}
td.n,th.n{text-align:right}td.n+td:not(.n),th.n+th:not(.n){padding-left:1rem}td.n:last-child,th.n:last-child{padding-right:0}
p{margin:0}
small{color:var(--soft);font-size:.9em;font-weight:400}
.worse{color:var(--worse)}.better{color:var(--better)}
.tag{font-weight:600}
.spark{display:block;width:96px;height:24px;overflow:visible}
.spark .base{stroke:var(--line);stroke-width:1}.spark .now{fill:var(--quiet)}
.spark path{fill:none;stroke:var(--level);stroke-width:1.6;stroke-linejoin:round;stroke-linecap:round}
.spark circle{fill:var(--level)}
.range{display:block;width:110px;height:18px;overflow:visible}
.range .zero{stroke:var(--soft);stroke-width:1}.range .bar{stroke-width:5;stroke-linecap:round;opacity:.45}
.range .dot{stroke:var(--leaf);stroke-width:1.2}
.range .worse{stroke:var(--worse)}.range .better{stroke:var(--better)}.range .plain{stroke:var(--level)}
.range .dot.worse{fill:var(--worse)}.range .dot.better{fill:var(--better)}.range .dot.plain{fill:var(--level)}
.two{display:grid;grid-template-columns:1fr 1fr;gap:0 1.6rem}
ul,ol{margin:0;padding-left:1.1rem}li{margin:.1rem 0}
.note{margin:.25rem 0 0;color:var(--soft);font-size:.78rem}
.ask li{font-family:var(--serif);font-size:.95rem}
footer{margin-top:.9rem;padding-top:.45rem;border-top:1px solid var(--line);color:var(--soft);font-size:.75rem}
footer p{margin:0}
.appendix{margin-top:2.5rem}.more-pages+.more-pages{margin-top:1.6rem}.more-pages h2 small{font-family:var(--sans)}
.days th{width:7.5rem;white-space:nowrap}
.photos{display:grid;grid-template-columns:repeat(auto-fill,minmax(12rem,1fr));gap:.8rem}figure{margin:0}img{display:block;width:100%;height:auto;border:1px solid var(--line)}figcaption{margin-top:.2rem;color:var(--soft);font-size:.78rem}
@media (max-width:46rem){body{font-size:.9375rem}.suspects td small{display:inline!important}body{background:var(--leaf)}main{margin:0;border:0;padding:1.1rem}.two{grid-template-columns:1fr}header{flex-wrap:wrap}header .when{margin-left:0;text-align:left}
table,tbody,tr,td,tbody th{display:block;border:0;padding:0}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tr{border-bottom:1px solid var(--line);padding:.45rem 0}td:empty{display:none}td.n{text-align:left}td.n+td:not(.n){padding-left:0}.suspects th,.scores th,.trials th{width:auto!important}td[data-of]::before{content:attr(data-of) ": ";color:var(--soft);font-size:.78rem}}
@media print{:root{color-scheme:light;${declarations(light)};--paper:#fff;--leaf:#fff}html{font-size:14.4px}html.snug{font-size:12.6px}html.dense{font-size:11px}.snug .suspects td small{display:inline}.snug section{margin-top:.7rem}.dense .suspects td small{display:inline}.dense section{margin-top:.6rem}.dense th,.dense td{padding-top:.1rem;padding-bottom:.1rem}.dense footer{margin-top:.5rem}body{background:#fff}main{max-width:none;margin:0;padding:0;border:0}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.two{grid-template-columns:1fr 1fr}section,tr,li,figure{break-inside:avoid}.appendix{break-before:page}.more-pages{break-inside:auto}}
`.trim();

/**
 * The same style for a shadow tree, as a preview on a page of its own colours: always as it is printed, on white paper. Lengths follow `--rem`
 * of the host, which has the class of the size; the body of the sheet is `.body`, its main part an article.
 */
export const shadowStyle = sheetStyle
  .replace(/^@page.*$/mu, '')
  .replace(/^@media \(prefers-color-scheme:dark\).*$/mu, '')
  .replace('color-scheme:light dark', 'color-scheme:light')
  .replaceAll(':root{', ':host{')
  .replaceAll(/\bhtml(?:\.(snug|dense))?\{/gu, (_, size?: string) =>
    size === undefined ? ':host{' : `:host(.${size}){`,
  )
  .replaceAll(/(?<=[},])\.(snug|dense) /gu, ':host(.$1) ')
  .replaceAll(/\bbody\{/gu, '.body{')
  .replaceAll(/\bmain\{/gu, 'article{')
  .replaceAll(/(?<!max-width:)(?<![\w.])(\d*\.?\d+)rem\b/gu, 'calc($1 * var(--rem))')
  .concat('\narticle{margin:0;border:0}');
