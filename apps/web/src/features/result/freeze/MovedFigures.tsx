import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import styles from '../result.module.css'
import type { PlanResult } from '../result.ts'

type Moved = NonNullable<PlanResult['moved']>
type Figure = Moved['figures'][number]

const columns = (): readonly Column<Figure>[] => [
  { key: 'unit', title: t('考核对象'), width: 200, render: ({ unit }) => unit },
  { key: 'what', title: t('事项'), render: ({ what }) => what },
  { key: 'seen', title: t('锁定时'), width: 110, figure: true, render: ({ seen }) => seen ?? t('无') },
  { key: 'now', title: t('现在'), width: 110, figure: true, render: ({ now }) => now ?? t('无') },
]

/** 与会议所见不同: what the locked version says and would not say today. Nothing of it goes out before somebody decides. */
export const MovedFigures = ({ moved, issued }: { readonly moved: Moved; readonly issued: boolean }) => (
  <Section title={t('与会议所见不同')}>
    <p className={styles.moved} role="alert">
      {issued
        ? t('锁定之后有 {{count}} 处数字已经变动。已印发的结果不变；需要更正的，另行锁定、审议并印发更正文件。', {
            count: moved.count,
          })
        : t(
            '锁定之后有 {{count}} 处数字已经变动，决定之前不能编号、报送、登记审定或者印发：查明原因，确需变动的作废锁定版，重新锁定后再提请审议。',
            {
              count: moved.count,
            },
          )}
    </p>
    {moved.figures.length > 0 && (
      <Sheet
        caption={t('与会议所见不同')}
        columns={columns()}
        rows={moved.figures}
        rowKey={({ unit, what }) => `${unit} ${what}`}
      />
    )}
  </Section>
)
