import { Link } from '@tanstack/react-router'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Section } from '../../shared/page/Section.tsx'
import { Sheet } from '../../shared/table/Sheet.tsx'
import work from '../../shared/work/work.module.css'
import styles from './library.module.css'
import type { Shown } from './library.ts'

const Uses = ({ uses }: { readonly uses: Shown['uses'] }) =>
  uses.map(({ noun, title, link }) => (
    <span key={link} className={styles.cited}>
      {word('citingNoun', noun)} <Link to={link as never}>{title}</Link>{' '}
    </span>
  ))

/** Every clause with the places that cite it; then what cites the document without one of its clauses. */
export const Clauses = ({ shown }: { readonly shown: Shown }) => {
  const articles = new Set(shown.clauses.map(({ article }) => article))
  const others = shown.uses.filter(({ article }) => !articles.has(article))
  return (
    <>
      <Section title={t('条文')}>
        <Sheet
          caption={t('条文')}
          columns={[
            { key: 'article', title: t('条款号'), width: 120, render: (row: Shown['clauses'][number]) => row.article },
            {
              key: 'text',
              title: t('条文'),
              width: 560,
              render: (row) => <span className={work.words}>{row.text}</span>,
            },
            {
              key: 'uses',
              title: t('被引用'),
              width: 200,
              render: (row) => <Uses uses={shown.uses.filter(({ article }) => article === row.article)} />,
            },
          ]}
          rows={shown.clauses}
          rowKey={(row) => row.article}
          empty={t('没有录入条文，见原件。')}
        />
      </Section>
      {others.length > 0 && (
        <Section title={t('其他引用')}>
          {others.map((use) => (
            <p key={use.link + use.article}>
              {use.article && `${use.article}　`}
              <Uses uses={[use]} />
            </p>
          ))}
        </Section>
      )}
    </>
  )
}
