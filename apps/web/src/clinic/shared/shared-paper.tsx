import { shadowStyle } from '@zonula/care';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { bodyOf, nodesOf } from '../../rooms/report/sheet-dom.ts';
import { useSharedWords } from './words.ts';

/** A frame without a doctype lets tables look as they did in 1997. */
const tablesAsToday = 'table{font:inherit;color:inherit;text-align:inherit}';

type FrameWindow = Window & { readonly CSSStyleSheet: typeof CSSStyleSheet };

/** The page in a document of its own. Throws `TypeError` where it holds anything that our own pages do not. */
const paint = (frame: HTMLIFrameElement, html: string, title: string, language: string): void => {
  const inside = frame.contentDocument!;
  const sheet = new (frame.contentWindow as FrameWindow).CSSStyleSheet();
  sheet.replaceSync(`${tablesAsToday}\n${shadowStyle}`);
  const { body, size } = bodyOf(html);
  const page = inside.createElement('div');
  page.className = 'body';
  page.append(nodesOf(body));
  const host = inside.createElement('div');
  host.className = size;
  // The style of our own version: what somebody else sent brings none.
  host.style.setProperty('--rem', '15px');
  host.style.setProperty('display', 'block');
  host.style.setProperty('color', '#2a1a4a');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  root.append(page);
  inside.documentElement.lang = language;
  inside.title = title;
  inside.body.style.margin = '0';
  inside.body.replaceChildren(host);
};

/**
 * What somebody else wrote, shown without trusting it: our own elements and attributes only, put together one by one, in a frame
 * in which no script runs, no form is sent and no link leads out, under the rule of this page, which loads nothing from elsewhere.
 */
export const SharedPaper = ({ html }: { readonly html: string }) => {
  const text = useSharedWords();
  const frame = useRef<HTMLIFrameElement>(null);
  const [isStrange, setStrange] = useState(false);
  const title = text('page');
  // Some browsers put another empty document in the place of the first one.
  const [loads, setLoads] = useState(0);
  useEffect(() => {
    const { current } = frame;
    if (current?.contentDocument == null) return;
    const language = /^<html lang="(\w{2})"/mu.exec(html)?.[1] ?? 'en';
    try {
      paint(current, html, title, language);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return setStrange(true);
    }
    const page = current.contentDocument.body.firstElementChild!;
    const watch = new ResizeObserver(() => {
      const { height } = page.getBoundingClientRect();
      current.style.setProperty('height', `${Math.ceil(height) + 2}px`);
    });
    watch.observe(page);
    return () => watch.disconnect();
  }, [html, title, loads]);
  if (isStrange)
    return (
      <p role="alert" className="problem">
        {text('strange')}
      </p>
    );
  return (
    <div className="stack tight">
      <div className="actions">
        <Button className="button" onPress={() => frame.current?.contentWindow?.print()}>
          {text('print')}
        </Button>
      </div>
      <iframe
        ref={frame}
        className="shared-paper"
        title={title}
        sandbox="allow-same-origin allow-modals"
        onLoad={() => setLoads((n) => n + 1)}
      />
    </div>
  );
};
