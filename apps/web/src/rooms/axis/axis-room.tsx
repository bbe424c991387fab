import './axis.css';
import { type Condition, conditions } from '@zonula/axis';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button, Label, Radio, RadioGroup, Switch } from 'react-aria-components';
import { Arrows } from './arrows.tsx';
import { Course } from './course.tsx';
import { LeverField } from './lever-field.tsx';
import { Gauges, inSentences, useLines } from './numbers.tsx';
import { atRest, type Change, type Lever, levers, longestPlay, type PlayRequest } from './play.ts';
import { tones } from './skin-scene.ts';
import { Stage } from './stage.tsx';
import { usePlay } from './use-play.ts';
import { useAxisWords } from './words.ts';

const daysPerSecond = 1;
/** How often the words beside the picture follow it. */
const wordsPerSecond = 5;
const start: readonly Change[] = [{ day: 0, levers: atRest }];

const useReducedMotion = (): boolean => {
  const query = useMemo(() => matchMedia('(prefers-reduced-motion: reduce)'), []);
  const [reduced, setReduced] = useState(query.matches);
  useEffect(() => {
    const follow = () => setReduced(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [query]);
  return reduced;
};

export const AxisRoom = () => {
  const { text, number } = useAxisWords();
  const reduced = useReducedMotion();
  const [condition, setCondition] = useState<Condition>('eczema');
  const [tone, setTone] = useState(1);
  const [arrow, setArrow] = useState(false);
  const [changes, setChanges] = useState(start);
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [day, setDay] = useState(0);
  const exactDay = useRef(0);
  const sinceWords = useRef(0);
  const running = (wanted ?? !reduced) && day < longestPlay;

  const request = useMemo<PlayRequest>(
    () => ({ condition, gutArrow: arrow ? 1 : 0, changes, days: longestPlay }),
    [condition, arrow, changes],
  );
  const { play, failure } = usePlay(request);
  const linesAt = useLines();

  const goTo = useCallback((to: number) => {
    exactDay.current = to;
    setDay(to);
  }, []);
  const onFrame = useCallback((seconds: number) => {
    exactDay.current = Math.min(longestPlay, exactDay.current + seconds * daysPerSecond);
    sinceWords.current += seconds;
    if (sinceWords.current > 1 / wordsPerSecond || exactDay.current >= longestPlay) {
      sinceWords.current = 0;
      setDay(exactDay.current);
    }
  }, []);

  const leversOn = (all: readonly Change[], at: number): Change['levers'] =>
    all.findLast((one) => one.day <= at)?.levers ?? atRest;
  const now = leversOn(changes, day);
  const change = (next: (levers: Change['levers']) => Change['levers']): void => {
    const at = Math.min(exactDay.current, longestPlay - 1);
    setChanges((before) => [
      ...before.filter((one) => one.day < at),
      { day: at, levers: next(leversOn(before, at)) },
    ]);
    setDay(at);
  };
  const move = (lever: Lever, amount: number): void =>
    change((before) => ({ ...before, [lever]: amount }));

  const lines = play === null ? null : linesAt(play, day);

  const restart = (): void => {
    setChanges(start);
    goTo(0);
  };

  return (
    <div className="room axis-room stack">
      <div>
        <h1>{text('title')}</h1>
        <p className="lead">{text('lead')}</p>
      </div>
      <RadioGroup
        className="segments"
        value={condition}
        onChange={(value) => setCondition(value as Condition)}
      >
        <Label className="label">{text('condition')}</Label>
        <div className="segment-row">
          {conditions.map((one) => (
            <Radio key={one} value={one} className="segment">
              {text(`condition.${one}`)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      {failure !== null && (
        <p role="alert" className="leaf">
          {text('failed', { message: failure })}
        </p>
      )}
      {play !== null && lines !== null && (
        <>
          <Stage
            play={play}
            condition={condition}
            tone={tone}
            running={running}
            day={exactDay}
            onFrame={onFrame}
            gutWords={inSentences(lines.gut)}
            skinWords={inSentences(lines.skin)}
          >
            <h2>{text('blood')}</h2>
            <Gauges lines={lines.blood} />
          </Stage>
          <div className="player">
            {day >= longestPlay ? (
              <Button className="button main" onPress={restart}>
                {text('again')}
              </Button>
            ) : (
              <Button className="button main" onPress={() => setWanted(!running)}>
                {text(running ? 'pause' : 'play')}
              </Button>
            )}
            <label className="player-day">
              <span>{text('day', { day: number(Math.floor(day), 0) })}</span>
              <input
                type="range"
                aria-label={text('day.label')}
                min={0}
                max={longestPlay}
                step={1}
                value={Math.floor(day)}
                onChange={({ target }) => goTo(Number(target.value))}
              />
            </label>
          </div>
          <div className="arrow-switch leaf">
            <Switch className="switch" isSelected={arrow} onChange={setArrow}>
              <span className="switch-track" aria-hidden="true" />
              {text('arrow')}
            </Switch>
            <p className="soft">{text(arrow ? 'arrow.on' : 'arrow.off')}</p>
          </div>
          <section className="levers" aria-labelledby="axis-levers">
            <h2 id="axis-levers">{text('levers')}</h2>
            <div className="lever-grid">
              {levers.map((lever) => (
                <LeverField
                  key={lever}
                  lever={lever}
                  amount={now[lever]}
                  onMove={(amount) => move(lever, amount)}
                />
              ))}
            </div>
            <Button className="button" onPress={() => change(() => atRest)}>
              {text('reset')}
            </Button>
          </section>
          <Course play={play} changes={changes} day={day} />
          <section className="leaf numbers" aria-labelledby="axis-numbers">
            <h2 id="axis-numbers">{text('numbers')}</h2>
            <Gauges lines={[...lines.gut, ...lines.skin]} />
          </section>
        </>
      )}
      <RadioGroup
        className="segments"
        value={String(tone)}
        onChange={(value) => setTone(Number(value))}
      >
        <Label className="label">{text('tone')}</Label>
        <div className="segment-row">
          {tones.map(({ name }, i) => (
            <Radio key={name} value={String(i)} className="segment">
              {text(`tone.${name}`)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <Arrows condition={condition} />
    </div>
  );
};
