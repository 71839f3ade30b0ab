import { Link } from '@tanstack/react-router'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { LinkButton } from '../../shared/page/LinkButton.tsx'
import { Section } from '../../shared/page/Section.tsx'
import { StateTag } from '../../shared/state/StateTag.tsx'
import { Sheet } from '../../shared/table/Sheet.tsx'
import styles from '../../shared/work/work.module.css'
import { type Supervision, visitToneOf } from './supervision.ts'
import { TicketTag } from './TicketTag.tsx'

type Row = Supervision['visits'][number]

/** Before the order: whom it would visit, and how often each was visited already. After it: each visit and what came of it. */
export const Visits = ({ supervision }: { readonly supervision: Supervision }) =>
  supervision.visits.length === 0 ? (
    <Chosen supervision={supervision} />
  ) : (
    <Section
      title={t('走访情况')}
      actions={
        supervision.items > 0 && (
          <LinkButton to={'/supervision/rectifications' as never} search={{ supervisionId: supervision.id } as never}>
            {t('本次整改台账')}
          </LinkButton>
        )
      }
    >
      <p className={styles.note}>{t('年内走访次数含督查和现场核验，同一天按一次计。')}</p>
      <Sheet
        caption={t('走访情况')}
        columns={[
          {
            key: 'unit',
            title: t('单位'),
            width: 200,
            render: (row: Row) => (
              <Link
                to={'/supervision/visits/$supervisionVisitId' as never}
                params={{ supervisionVisitId: row.supervisionVisitId } as never}
              >
                {row.unitName}
              </Link>
            ),
          },
          {
            key: 'state',
            title: t('状态'),
            render: (row) => <StateTag word={word('supervisionVisitState', row.state)} tone={visitToneOf[row.state]} />,
          },
          { key: 'on', title: t('走访日期'), render: (row) => row.on ?? '' },
          { key: 'inYear', title: t('年内走访次数'), figure: true, render: (row) => row.inYear },
          { key: 'findings', title: t('发现的问题'), figure: true, render: (row) => row.findings },
          {
            key: 'items',
            title: t('整改事项'),
            width: 300,
            render: (row) => (
              <span className={styles.list}>
                {row.items.map(({ rectificationId, subject, state, ticket }) => (
                  <span key={rectificationId} className={styles.acts}>
                    <Link
                      to={'/supervision/rectifications/$rectificationId' as never}
                      params={{ rectificationId } as never}
                    >
                      {subject}
                    </Link>
                    <TicketTag ticket={ticket} />
                    {word('rectificationState', state)}
                  </span>
                ))}
              </span>
            ),
          },
        ]}
        rows={supervision.visits}
        rowKey={(row) => row.supervisionVisitId}
      />
    </Section>
  )

const Chosen = ({ supervision: { chosen } }: { readonly supervision: Supervision }) => (
  <Section title={t('被督查单位')}>
    <p className={styles.note}>{t('年内走访次数含督查和现场核验，同一天按一次计。')}</p>
    <Sheet
      caption={t('被督查单位')}
      columns={[
        { key: 'unit', title: t('单位'), width: 240, render: (row: Supervision['chosen'][number]) => row.unitName },
        { key: 'inYear', title: t('年内走访次数'), figure: true, render: (row) => row.inYear },
      ]}
      rows={chosen}
      rowKey={(row) => row.unitName}
      empty={t('还没有选择单位。')}
    />
  </Section>
)
