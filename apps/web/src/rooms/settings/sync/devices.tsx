import type { DeviceView } from '@zonula/journal/sync';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Sync } from './use-sync.ts';
import { useSyncWords } from './words.ts';

/** How long a code opens. */
const codeMs = 15 * 60_000;

/** Who keeps this diary, one more, and one less. */
export const Devices = ({
  devices,
  sync: { ask, say, isWorking },
}: {
  readonly devices: readonly DeviceView[];
  readonly sync: Sync;
}) => {
  const text = useSyncWords();
  const [leaving, setLeaving] = useState<DeviceView | null>(null);
  const [code, setCode] = useState<string | null>(null);
  // Used up by a device that came, or too old.
  useEffect(() => setCode(null), [devices.length]);
  useEffect(() => {
    if (code === null) return;
    const timer = setTimeout(() => setCode(null), codeMs);
    return () => clearTimeout(timer);
  }, [code]);
  const described = ({ label, isThis, active }: DeviceView): string => {
    const facts = [isThis && text('device.this'), !active && text('device.removed')];
    const known = facts.filter((fact) => fact !== false);
    return known.length === 0 ? label : `${label} (${known.join(', ')})`;
  };
  const remove = async ({ id, label }: DeviceView): Promise<void> => {
    setLeaving(null);
    if ((await ask('revoke', { id })) !== null) say(text('device.gone', { label }));
  };
  const invite = async (): Promise<void> => {
    const made = await ask('invite', null);
    if (made !== null) setCode(made.ok);
  };
  return (
    <div className="stack tight">
      <h4>{text('devices')}</h4>
      <ul className="sync-devices">
        {devices.map((device) => (
          <li key={device.id} className={device.active ? '' : 'soft'}>
            <span>{described(device)}</span>
            {device.active && !device.isThis && (
              <Button
                className="button plain"
                aria-label={text('device.remove', { label: device.label })}
                isDisabled={isWorking}
                onPress={() => setLeaving(device)}
              >
                {text('device.remove.short')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {leaving !== null && (
        <div className="due stack tight" role="alert">
          <p>{text('device.sure', { label: leaving.label })}</p>
          <div className="actions">
            <Button className="button" onPress={() => void remove(leaving)}>
              {text('device.removeNow')}
            </Button>
            <Button className="button" onPress={() => setLeaving(null)}>
              {text('keep')}
            </Button>
          </div>
        </div>
      )}
      {code !== null && (
        <div className="stack tight" role="status">
          <p>{text('add.says')}</p>
          <p className="sync-code" translate="no">
            {code}
          </p>
        </div>
      )}
      <div className="actions">
        <Button className="button" isDisabled={isWorking} onPress={() => void invite()}>
          {text('add')}
        </Button>
      </div>
    </div>
  );
};
