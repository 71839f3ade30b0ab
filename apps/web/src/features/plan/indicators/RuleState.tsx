import type { IndicatorNode } from '@quanheng/domain/plan/model'
import { awaitedAnnex } from '@quanheng/domain/plan/scoring-blocks'
import { openQuestions } from '@quanheng/domain/rule/lint'
import { Button } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { useEditor } from '../editor/editor.ts'
import { withMember } from '../editor/rows.ts'
import styles from '../fields/plan.module.css'
import { UnitSelect } from '../fields/UnitSelect.tsx'
import { putNode } from './tree.ts'

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
  if (content.kind === 'appraisalPlan' && node.scoring === undefined) return <Lead node={node} onOpen={onOpen} />
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

/** In the year plan a leaf names the unit that scores it by a plan of its own; without one it is scored here. */
const Lead = ({ node, onOpen }: Pick<Props, 'node' | 'onOpen'>) => {
  const { content, update, readOnly } = useEditor()
  const led = (node.leadUnitId ?? '') !== ''
  return (
    <span className={styles.row} style={{ flexWrap: 'nowrap' }}>
      <UnitSelect
        label={t('{{name}} 牵头评分单位', { name: node.name })}
        placeholder={t('由哪个单位牵头评分')}
        value={node.leadUnitId}
        onChange={(unitId) => update(putNode(content, withMember(node, 'leadUnitId', unitId)))}
      />
      <Button type="link" size="small" disabled={false} onClick={onOpen}>
        {led || readOnly ? t('查看依据') : t('或在此评分')}
      </Button>
    </span>
  )
}
