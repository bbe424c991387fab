import './report.css';
import { hiddenFor } from '@zonula/safety';
import { useEffect, useState } from 'react';
import { Button, Checkbox, Input, Label, TextField } from 'react-aria-components';
import { todayHere } from '../../browser.ts';
import { plusDays } from '../../days.ts';
import { Progress } from '../../design/progress.tsx';
import { useName, useText } from '../../i18n/i18n.ts';
import { useJournal, useLive } from '../../journal/context.tsx';
import type { ReportAsk, ReportPart } from '../../workers/care/questions.ts';
import type { OfStored } from '../../workers/stored-diary.ts';
import { readKept } from '../plan/read-kept.ts';
import { type Choice, groups, ofFoods, toggled, usualParts } from './choice.ts';
import { Paper } from './paper.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { loadPhotos, PhotoChoice, photosIn, usePhotoAbout } from './photos.tsx';
import { reportAsk } from './report-ask.ts';
import { ShareHere } from './share/share-here.tsx';
import { TakeAlong } from './take-along.tsx';
import { useReport } from './use-report.ts';
import { type ReportKey, useReportWords } from './words.ts';

const weeks12 = 84;

/** What to leave out of a chosen part. */
const Only = ({
  title,
  things,
  without,
  onChange,
}: {
  readonly title: string;
  readonly things: readonly { readonly id: string; readonly name: string }[];
  readonly without: readonly string[];
  readonly onChange: (id: string, out: boolean) => void;
}) => (
  <fieldset className="only">
    <legend>{title}</legend>
    {things.map(({ id, name }) => (
      <Checkbox
        key={id}
        className="choice"
        isSelected={!without.includes(id)}
        onChange={(on) => onChange(id, !on)}
      >
        {name}
      </Checkbox>
    ))}
  </fieldset>
);

/** One page for a doctor: choose, look at it, take it along. */
export const ReportRoom = () => {
  const app = useText();
  const text = useReportWords();
  const nameIn = useName();
  const { journal } = useJournal();
  const today = todayHere();
  const [choice, setChoice] = useState<Choice>(() => ({
    period: { from: plusDays(today, 1 - weeks12), to: today },
    name: '',
    parts: [],
    withoutScores: [],
    withoutSuspects: [],
    withoutPhotos: [],
  }));
  const aboutOf = usePhotoAbout();
  const { run, view, show, clear, stop } = useReport();
  const { period, parts } = choice;
  const profile = useLive((open) => open.document('profile'), []);
  const questions = useLive(
    async (open) => readKept(await open.document('settings', 'plan')).questions,
    [],
  );
  const hidden = profile ? hiddenFor(profile) : { foods: true };
  const photos = useLive(
    (open) => photosIn(open, period, hidden),
    [period.from, period.to, hidden.foods],
  );
  const has = (part: ReportPart): boolean => parts.includes(part);
  const put = (part: Partial<Choice>): void => setChoice({ ...choice, ...part });

  const load = async (): Promise<OfStored<ReportAsk>> => {
    const chosen = has('photos')
      ? (photos ?? []).filter(({ id }) => !choice.withoutPhotos.includes(id))
      : [];
    return reportAsk(journal, choice, await loadPhotos(journal, chosen, aboutOf));
  };
  const wanted = JSON.stringify([choice, questions, photos]);
  useEffect(() => {
    if (parts.length === 0) clear();
    else if (profile && questions !== undefined && photos !== undefined) void show(load);
  }, [wanted, profile]);

  const hintOf = (part: ReportPart): string | null => {
    if (part === 'suspects') return text('hint.suspects');
    if (part === 'notes') return text('hint.notes');
    if (part === 'questions') return text('hint.questions', { count: questions?.length ?? 0 });
    if (part === 'photos') return text('hint.photos', { count: photos?.length ?? 0 });
    return null;
  };

  return (
    <div className="room report">
      <div className="report-choice">
        <h1>{text('title')}</h1>
        <p className="lead">{text('lead')}</p>
        <PeriodChoice period={period} today={today} onChange={(next) => put({ period: next })} />
        <section className="stack" aria-labelledby="report-choose">
          <h2 id="report-choose">{text('choose')}</h2>
          <div className="actions">
            <Button className="button" onPress={() => put({ parts: usualParts })}>
              {text('choose.usual')}
            </Button>
            {parts.length > 0 && (
              <Button className="button plain" onPress={() => put({ parts: [] })}>
                {text('choose.nothing')}
              </Button>
            )}
          </div>
          {groups.map((group) => (
            <fieldset key={group.id} className="part-group">
              <legend>{text(`group.${group.id}`)}</legend>
              {group.parts
                .filter((part) => !(hidden.foods && ofFoods.has(part)))
                .map((part) => {
                  const hint = hintOf(part);
                  return (
                    <div key={part} className="part">
                      <Checkbox
                        className="choice"
                        isSelected={has(part)}
                        onChange={(on) =>
                          put({
                            parts: on ? [...parts, part] : parts.filter((one) => one !== part),
                          })
                        }
                      >
                        <span>
                          {text(`part.${part}` as ReportKey)}
                          {hint !== null && <span className="hint soft small">{hint}</span>}
                        </span>
                      </Checkbox>
                      {part === 'scores' &&
                        has(part) &&
                        view !== null &&
                        view.choices.scores.length > 1 && (
                          <Only
                            title={text('only.scores')}
                            things={view.choices.scores.map(({ id, name }) => {
                              const known = nameIn('item', id);
                              return { id, name: known === id.replaceAll('-', ' ') ? name : known };
                            })}
                            without={choice.withoutScores}
                            onChange={(id, out) =>
                              put({ withoutScores: toggled(choice.withoutScores, id, out) })
                            }
                          />
                        )}
                      {part === 'suspects' &&
                        has(part) &&
                        view !== null &&
                        view.choices.suspects.length > 0 && (
                          <Only
                            title={text('only.suspects')}
                            things={view.choices.suspects.map(({ ids, names }) => ({
                              id: ids[0]!,
                              name: names.join(', '),
                            }))}
                            without={choice.withoutSuspects}
                            onChange={(id, out) =>
                              put({ withoutSuspects: toggled(choice.withoutSuspects, id, out) })
                            }
                          />
                        )}
                      {part === 'photos' && has(part) && (photos ?? []).length > 0 && (
                        <PhotoChoice
                          photos={photos ?? []}
                          without={choice.withoutPhotos}
                          onChange={(id, out) =>
                            put({ withoutPhotos: toggled(choice.withoutPhotos, id, out) })
                          }
                        />
                      )}
                    </div>
                  );
                })}
            </fieldset>
          ))}
          {hidden.foods && <p className="soft">{text('hidden.foods')}</p>}
          {has('who') && (
            <TextField
              className="field"
              value={choice.name}
              onChange={(name) => put({ name })}
              autoComplete="name"
              maxLength={80}
            >
              <Label>{text('name')}</Label>
              <Input className="input" />
            </TextField>
          )}
        </section>
      </div>
      <section className="report-page stack" aria-labelledby="report-preview">
        <h2 id="report-preview">{text('preview')}</h2>
        {run.state === 'running' && run.progress !== null && (
          <Progress
            step={text(`step.${run.progress.step}`)}
            share={run.progress.share}
            onStop={stop}
          />
        )}
        {run.state === 'stopped' && (
          <div className="actions">
            <p role="status">{text('stopped')}</p>
            <Button className="button" onPress={() => void show(load)}>
              {text('again')}
            </Button>
          </div>
        )}
        {run.state === 'failed' && (
          <p role="alert">{app('app.failed', { message: run.message })}</p>
        )}
        {view === null ? (
          run.state === 'idle' && <p className="leaf soft empty-page">{text('preview.empty')}</p>
        ) : (
          <>
            <TakeAlong view={view} today={today} isReady={run.state === 'done'} />
            <p className="soft small not-printed">{text('preview.says')}</p>
            <ShareHere choice={choice} html={run.state === 'done' ? view.html : null} />
            <Paper html={view.html} style={view.style} />
          </>
        )}
      </section>
    </div>
  );
};
