import { useText } from '../../i18n/i18n.ts';

const commands = {
  trials:
    './zonula trial plan --diary diary.csv --profile profile.json --exposure "food/chocolate" --out TRIAL.json',
  report:
    './zonula clinician --diary diary.csv --profile profile.json --share scores,suspects --out page.html',
} as const;

/** A room that is not built yet says so, and where the same can be had today. */
const Ahead = ({ room }: { readonly room: keyof typeof commands }) => {
  const text = useText();
  return (
    <div className="room stack">
      <h1>{text(`ahead.${room}.title`)}</h1>
      <p className="lead">{text(`ahead.${room}`)}</p>
      <p className="soft">{text('ahead.command')}</p>
      <pre className="leaf command">
        <code>{commands[room]}</code>
      </pre>
    </div>
  );
};

export const TrialsRoom = () => <Ahead room="trials" />;
export const ReportRoom = () => <Ahead room="report" />;
