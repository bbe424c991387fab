import type { Category, ColumnMap, TableHead } from '@zonula/diary';
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { useText } from '../../i18n/i18n.ts';
import { useSettingsWords } from './words.ts';

/** What a column of somebody's own table can hold. */
const kinds = [
  'skin',
  'gut',
  'symptom',
  'mood',
  'food',
  'sleep',
  'stress',
  'habit',
  'skincare',
  'supplement',
  'medication',
  'note',
] as const satisfies readonly Category[];
type Kind = (typeof kinds)[number];

const orders = ['told', 'dmy', 'mdy'] as const;
type Order = (typeof orders)[number];

/** Names of columns become names of things, which are written small. */
const mapOf = (
  { columns }: TableHead,
  date: number,
  order: Order,
  chosen: ReadonlyMap<number, Kind>,
): ColumnMap => ({
  date: columns[date]!.name,
  columns: Object.fromEntries(
    [...chosen]
      .filter(([column]) => column !== date)
      .map(([column, kind]) => {
        const { name } = columns[column]!;
        return [name, `${kind}/${name.toLowerCase()}`];
      }),
  ),
  ...(order === 'told' ? {} : { dateOrder: order }),
});

/** A table of one's own: which column holds the days, and what the others hold. */
export const MapColumns = ({
  table,
  onMap,
  onCancel,
}: {
  readonly table: TableHead;
  readonly onMap: (map: ColumnMap) => void;
  readonly onCancel: () => void;
}) => {
  const text = useText();
  const says = useSettingsWords();
  const id = useId();
  const [date, setDate] = useState(table.date);
  const [order, setOrder] = useState<Order>('told');
  const [chosen, setChosen] = useState<ReadonlyMap<number, Kind>>(new Map());
  const choose = (column: number, kind: string): void => {
    const next = new Map(chosen);
    const found = kinds.find((one) => one === kind);
    if (found === undefined) next.delete(column);
    else next.set(column, found);
    setChosen(next);
  };
  const holds = date !== null && [...chosen.keys()].some((column) => column !== date);
  return (
    <div className="leaf stack map-columns">
      <p className="lead">{says('map.title')}</p>
      <p className="soft">{says('map.says')}</p>
      <div className="field">
        <label htmlFor={`${id}-date`}>{says('map.date')}</label>
        <select
          id={`${id}-date`}
          className="input"
          value={date ?? ''}
          onChange={({ target }) => setDate(target.value === '' ? null : Number(target.value))}
        >
          {date === null && <option value="">{says('map.choose')}</option>}
          {table.columns.map(({ name }, column) => (
            <option key={name} value={column}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-order`}>{says('map.order')}</label>
        <select
          id={`${id}-order`}
          className="input"
          value={order}
          onChange={({ target }) => setOrder(orders.find((one) => one === target.value) ?? 'told')}
        >
          {orders.map((one) => (
            <option key={one} value={one}>
              {says(`map.order.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {table.columns.map(({ name, examples }, column) =>
        column === date ? null : (
          <div className="field" key={name}>
            <label htmlFor={`${id}-${column}`}>{name}</label>
            <span className="soft small" id={`${id}-${column}-examples`}>
              {examples.length === 0
                ? says('map.empty')
                : says('map.examples', { examples: examples.join(' · ') })}
            </span>
            <select
              id={`${id}-${column}`}
              aria-describedby={`${id}-${column}-examples`}
              className="input"
              value={chosen.get(column) ?? ''}
              onChange={({ target }) => choose(column, target.value)}
            >
              <option value="">{says('map.leave')}</option>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {says(`map.kind.${kind}`)}
                </option>
              ))}
            </select>
          </div>
        ),
      )}
      <div className="actions">
        <Button
          className="button main"
          isDisabled={!holds}
          onPress={() => {
            if (date !== null) onMap(mapOf(table, date, order, chosen));
          }}
        >
          {says('map.read')}
        </Button>
        <Button className="button" onPress={onCancel}>
          {text('app.cancel')}
        </Button>
      </div>
    </div>
  );
};
