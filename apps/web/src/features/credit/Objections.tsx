import { Button } from 'antd'
import { t } from '../../shared/i18n/t.ts'
import { Section } from '../../shared/page/Section.tsx'
import { Sheet } from '../../shared/table/Sheet.tsx'
import styles from '../../shared/work/work.module.css'
import type { ReasonedAct } from './acts/ReasonDialog.tsx'
import type { Credit } from './credit.ts'

type Objection = Credit['objections'][number]

interface Props {
  readonly credit: Credit
  readonly onAnswer: (act: ReasonedAct) => void
}

/** 公示异议, each with its answer or, for whoever may give it, the two ways to answer. */
export const Objections = ({ credit, onAnswer }: Props) => {
  const may = credit.may.includes('answerObjection')
  if (credit.objections.length === 0) return null
  return (
    <Section title={t('公示异议')}>
      <Sheet
        caption={t('公示异议')}
        columns={[
          { key: 'unit', title: t('单位'), width: 160, render: (row: Objection) => row.unitName },
          { key: 'words', title: t('异议'), width: 320, render: (row) => row.words },
          {
            key: 'answer',
            title: t('答复'),
            width: 320,
            render: (row) =>
              row.answer ? (
                t('{{verdict}}：{{reason}}（{{name}}）', {
                  verdict: row.answer.upheld ? t('成立') : t('不成立'),
                  reason: row.answer.reason,
                  name: row.answer.by,
                })
              ) : may ? (
                <span className={styles.acts}>
                  {[true, false].map((upheld) => (
                    <Button
                      key={String(upheld)}
                      size="small"
                      onClick={() => onAnswer({ kind: 'answerObjection', objectionId: row.id, upheld })}
                    >
                      {upheld ? t('成立') : t('不成立')}
                    </Button>
                  ))}
                </span>
              ) : (
                t('待考评办答复')
              ),
          },
        ]}
        rows={credit.objections}
        rowKey={(row) => row.id}
      />
    </Section>
  )
}
