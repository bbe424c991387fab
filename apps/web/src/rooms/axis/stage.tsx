import type { Condition } from '@zonula/axis';
import { useEffect, useMemo, useRef } from 'react';
import { useWidth } from '../../design/use-width.ts';
import { createGutScene, type Part } from './gut-scene.ts';
import { type Moment, momentAt, type Play } from './play.ts';
import { createSkinScene } from './skin-scene.ts';
import { useColours } from './use-colours.ts';
import { useAxisWords } from './words.ts';

const parts: readonly Part[] = ['lumen', 'mucus', 'cells', 'mastCell', 'mCells', 'blood'];
/** Seconds of watching that a still picture is run before, so that molecules are everywhere. */
const warmUpSeconds = 14;
const frame = 1 / 60;

const sharp = (
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D => {
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser draws no pictures');
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
};

/** A figure whose words are placed by attributes of SVG, which need no inline style. */
const Labels = ({
  width,
  height,
  places,
}: {
  readonly width: number;
  readonly height: number;
  readonly places: Readonly<Record<Part, readonly [number, number]>>;
}) => {
  const { text } = useAxisWords();
  return (
    <svg className="stage-words" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {parts.map((part) => {
        const [x, y] = places[part];
        return (
          <text key={part} x={x} y={y} textAnchor={part === 'mucus' ? 'start' : 'middle'}>
            {text(`part.${part}`)}
          </text>
        );
      })}
    </svg>
  );
};

export interface StageProps {
  readonly play: Play;
  readonly condition: Condition;
  readonly tone: number;
  /** Runs while true; a still picture otherwise. */
  readonly running: boolean;
  /** The day that is shown; read at every frame. */
  readonly day: React.RefObject<number>;
  /** Called at every frame with the seconds since the last one. */
  readonly onFrame: (seconds: number) => void;
  readonly gutWords: string;
  readonly skinWords: string;
  /** Stands beneath the skin. */
  readonly children: React.ReactNode;
}

/** Gut and skin, drawn at every frame while the play runs. */
export const Stage = ({
  play,
  condition,
  tone,
  running,
  day,
  onFrame,
  gutWords,
  skinWords,
  children,
}: StageProps) => {
  const { text } = useAxisWords();
  const colours = useColours();
  const [gutRef, gutWidth] = useWidth();
  const [skinRef, skinWidth] = useWidth();
  const gutCanvas = useRef<HTMLCanvasElement | null>(null);
  const skinCanvas = useRef<HTMLCanvasElement | null>(null);
  const gutHeight = gutWidth < 520 ? Math.round(gutWidth * 1.1) : Math.round(gutWidth * 0.66);
  const skinHeight = Math.round(Math.min(260, skinWidth * 0.8));
  const latest = useRef({ play, tone, onFrame });
  latest.current = { play, tone, onFrame };

  const gut = useMemo(
    () => (gutWidth > 0 ? createGutScene(gutWidth, gutHeight) : null),
    [gutWidth, gutHeight],
  );
  const skin = useMemo(
    () => (skinWidth > 0 ? createSkinScene(skinWidth, skinHeight, condition) : null),
    [skinWidth, skinHeight, condition],
  );

  useEffect(() => {
    if (gut === null || skin === null || gutCanvas.current === null || skinCanvas.current === null)
      return;
    const onGut = sharp(gutCanvas.current, gut.width, gut.height);
    const onSkin = sharp(skinCanvas.current, skin.width, skin.height);
    let clock = 0;
    const draw = (moment: Moment): void => {
      gut.draw(onGut, colours, moment);
      skin.draw(onSkin, colours, moment, latest.current.tone, clock);
    };
    const now = (): Moment => momentAt(latest.current.play, day.current);
    if (!running) {
      for (let t = 0; t < warmUpSeconds; t += frame) gut.step(frame, now());
      draw(now());
      return;
    }
    let last = performance.now();
    let handle = requestAnimationFrame(function next(time) {
      const seconds = Math.min(0.1, Math.max(0, (time - last) / 1000));
      last = time;
      clock += seconds;
      latest.current.onFrame(seconds);
      gut.step(seconds, now());
      draw(now());
      handle = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(handle);
  }, [gut, skin, colours, running, ...(running ? [] : [play, tone, day.current])]);

  return (
    <div className="stage">
      <figure className="stage-gut">
        <div ref={gutRef} className="stage-canvas">
          <canvas ref={gutCanvas} role="img" aria-label={`${text('gut')}. ${gutWords}`} />
          {gut !== null && <Labels width={gut.width} height={gut.height} places={gut.places} />}
        </div>
        <figcaption>{text('see.gut')}</figcaption>
      </figure>
      <figure className="stage-skin">
        <div ref={skinRef} className="stage-canvas">
          <canvas ref={skinCanvas} role="img" aria-label={`${text('skin')}. ${skinWords}`} />
        </div>
        <figcaption>{text('skin')}</figcaption>
        {children}
      </figure>
    </div>
  );
};
