import { type Arrow, arrowsOf, type Condition } from '@zonula/axis';
import { sentenceIn } from './arrow-sentences.ts';
import { sourceIn } from './arrow-sources.ts';
import { type AxisKey, useAxisWords } from './words.ts';

const tags = ['measured', 'modelled', 'assumed'] as const satisfies readonly Arrow['tag'][];

export const Badge = ({ tag }: { readonly tag: Arrow['tag'] }) => {
  const { text } = useAxisWords();
  return <span className={`badge ${tag}`}>{text(`tag.${tag}` as AxisKey)}</span>;
};

/** Each arrow of the model, and how sure it is. */
export const Arrows = ({ condition }: { readonly condition: Condition }) => {
  const { text, language } = useAxisWords();
  const arrows = arrowsOf(condition);
  return (
    <details className="leaf arrows">
      <summary>{text('arrows', { count: arrows.length })}</summary>
      <p className="soft">{text('arrows.lead')}</p>
      <p className="arrow-counts">
        {tags.map((tag) => (
          <span key={tag}>
            <Badge tag={tag} /> {arrows.filter((arrow) => arrow.tag === tag).length}
          </span>
        ))}
      </p>
      <ul>
        {arrows.map(({ from, to, tag, source, sentence }) => (
          <li key={`${from}>${to}>${sentence}`}>
            <Badge tag={tag} />
            <div>
              <p>{sentenceIn(language, sentence)}</p>
              <p className="small soft">{text('source', { source: sourceIn(language, source) })}</p>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
};
