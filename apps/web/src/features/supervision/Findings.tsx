import { Link } from '@tanstack/react-router'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Section } from '../../shared/page/Section.tsx'
import { Sheet } from '../../shared/table/Sheet.tsx'
import styles from '../../shared/work/work.module.css'
import own from './supervision.module.css'
import type { Visit } from './supervision.ts'

type Row = Visit['findings'][number]

const sayUpshot = ({ upheld, words, due }: Row): string => {
  if (upheld === null) return t('尚未认定')
  return upheld
    ? t('认定：{{words}}（时限 {{due}}）', { words: words ?? '', due: due ?? '' })
    : t('不予认定：{{words}}', { words: words ?? '' })
}

const isPicture = (name: string): boolean => /\.(?:jpe?g|png)$/iu.test(name)

/** 发现的问题: fact, clause and photographs, how often before, and what became of each. */
export const Findings = ({ visit }: { readonly visit: Visit }) => (
  <Section title={t('发现的问题')}>
    <Sheet
      caption={t('发现的问题')}
      columns={[
        { key: 'subject', title: t('内容'), width: 130, render: (row: Row) => row.subject },
        {
          key: 'fact',
          title: t('事实'),
          width: 240,
          render: (row) => (
            <>
              <span className={styles.words}>{row.fact}</span>
              <span className={own.photographs}>
                {row.photographs.map(({ digest, name }) => (
                  <a
                    key={digest}
                    href={`/api/supervision-visits/${visit.id}/files/${digest}`}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {isPicture(name) ? (
                      <img
                        className={own.photograph}
                        src={`/api/supervision-visits/${visit.id}/files/${digest}`}
                        alt={name}
                        loading="lazy"
                      />
                    ) : (
                      name
                    )}
                  </a>
                ))}
              </span>
            </>
          ),
        },
        { key: 'basis', title: t('依据'), width: 160, render: (row) => row.basis },
        { key: 'seriousness', title: t('程度'), render: (row) => word('seriousness', row.seriousness) },
        {
          key: 'earlier',
          title: t('以前发现'),
          render: (row) => (row.earlier === 0 ? t('首次') : t('{{count}}次', { count: row.earlier })),
        },
        {
          key: 'upshot',
          title: t('认定和整改'),
          width: 220,
          render: (row) =>
            row.rectificationId === null ? (
              sayUpshot(row)
            ) : (
              <Link
                to={'/supervision/rectifications/$rectificationId' as never}
                params={{ rectificationId: row.rectificationId } as never}
              >
                {sayUpshot(row)}
              </Link>
            ),
        },
      ]}
      rows={visit.findings}
      rowKey={(row) => row.findingId}
      empty={visit.on === null ? t('还没有走访记录。') : t('没有发现问题。')}
    />
  </Section>
)
