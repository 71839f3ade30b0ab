import type { IndicatorNode } from '@quanheng/domain/plan/model'
import { awaitedAnnex } from '@quanheng/domain/plan/scoring-blocks'
import { openQuestions } from '@quanheng/domain/rule/lint'
import { Button } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { useEditor } from '../editor/editor.ts'
import styles from '../fields/plan.module.css'

interface Props {
  readonly node: IndicatorNode
  readonly isLeaf: boolean
  readonly onOpen: () => void
}

/** The sentence of a leaf, or what it still lacks; opens its page. */
export const RuleState = ({ node, isLeaf, onOpen }: Props) => {
  const { content, readOnly } = useEditor()
  if (!isLeaf)
    return (
      <Button type="link" size="small" disabled={false} onClick={onOpen}>
        {t('查看依据')}
      </Button>
    )
  const annex = awaitedAnnex(content, node)
  const rule = node.scoring?.rule
  const open = rule ? openQuestions(rule, node.fullMark === '' ? undefined : node.fullMark).length : 0
  const word = () => {
    if (annex) return <span className={styles.heed}>{t('待附件《{{title}}》', { title: annex.title })}</span>
    if (rule && open > 0) return <span className={styles.heed}>{t('{{count}} 处口径待确认', { count: open })}</span>
    if (rule) return <span className={styles.good}>{t('已识别')}</span>
    if (node.scoring?.sentence) return <span className={styles.stop}>{t('未能识别')}</span>
    return <span className={styles.stop}>{t('未填写')}</span>
  }
  return (
    <span className={styles.row}>
      <span>{rule?.text ?? node.scoring?.sentence}</span>
      {word()}
      <Button type="link" size="small" disabled={false} onClick={onOpen}>
        {readOnly ? t('查看') : t('编辑')}
      </Button>
    </span>
  )
}
