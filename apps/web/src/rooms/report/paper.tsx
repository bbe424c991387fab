import { useLayoutEffect, useRef } from 'react';
import { bodyOf, nodesOf } from './sheet-dom.ts';

/** The page as it will be printed, on white paper, with its own style around it. */
export const Paper = ({ html, style }: { readonly html: string; readonly style: string }) => {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (host.current === null) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    const { body, size } = bodyOf(html);
    const frame = document.createElement('div');
    frame.className = 'body';
    frame.append(nodesOf(body));
    root.replaceChildren(frame);
    host.current.className = `paper ${size}`;
  }, [html, style]);
  return (
    <div className="paper-frame">
      <div ref={host} className="paper" />
    </div>
  );
};
