import { equal, printExact } from '@quanheng/domain/kernel/exact'
import type { IndicatorNode } from '@quanheng/domain/plan/model'
import { childrenOf, markOf, sumOfMarks } from '@quanheng/domain/plan/tree'
import { t } from '../../../shared/i18n/t.ts'
import { useEditor } from '../editor/editor.ts'
import styles from '../fields/plan.module.css'

/** The sum of the parts beside a branch's mark, and whether they agree. */
export const MarkSum = ({ node }: { readonly node: IndicatorNode }) => {
  const { content } = useEditor()
  const sum = sumOfMarks(childrenOf(content, node.key))
  const own = markOf(node)
  if (!sum) return <span className={styles.note}>{t('下级有分值未填')}</span>
  const text = printExact(sum)
  return own && equal(own, sum) ? (
    <span className={styles.good}>{t('下级合计 {{sum}}，一致', { sum: text })}</span>
  ) : (
    <span className={styles.stop}>{t('下级合计 {{sum}}，不一致', { sum: text })}</span>
  )
}
