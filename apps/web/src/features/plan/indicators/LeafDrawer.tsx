import type { IndicatorNode, LeafScoring } from '@quanheng/domain/plan/model'
import { isLeaf, nodeByKey } from '@quanheng/domain/plan/tree'
import { Input, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import RowDrawer from '../../../shared/table/RowDrawer.tsx'
import { useEditor } from '../editor/editor.ts'
import { withMember } from '../editor/rows.ts'
import { BasisField } from '../fields/BasisField.tsx'
import { Labelled } from '../fields/Labelled.tsx'
import styles from '../fields/plan.module.css'
import { Reading } from '../fields/Reading.tsx'
import { Source } from '../fields/Source.tsx'
import { UnitSelect } from '../fields/UnitSelect.tsx'
import { RuleEditor } from '../rule/RuleEditor.tsx'
import { readMark } from '../rule/read-mark.ts'
import { Bindings } from './Bindings.tsx'
import { CardFields } from './CardFields.tsx'
import { EvidenceRows } from './EvidenceRows.tsx'
import { emptyScoring, putNode } from './tree.ts'

interface Props {
  readonly nodeKey: string
  readonly onClose: () => void
}

/** One indicator: what it rests on and, for a leaf, its rule, figures, standard, card and evidence list. */
const LeafDrawer = ({ nodeKey, onClose }: Props) => {
  const { content, update, readOnly } = useEditor()
  const node = nodeByKey(content, nodeKey)
  if (!node) return null
  const put = (next: IndicatorNode) => update(putNode(content, next))
  const scoring = node.scoring ?? emptyScoring
  const at = `indicators[${node.key}]`
  const score = (next: LeafScoring) => put({ ...node, scoring: next })
  return (
    <RowDrawer title={node.name || t('未命名指标')} width={1180} onClose={onClose}>
      <Reading readOnly={readOnly}>
        <div className={styles.stack}>
          {isLeaf(content, node.key) && (
            <Section title={t('评分标准')} actions={<Source at={`${at}.scoring.rule`} name={t('评分标准')} />}>
              <RuleEditor
                name={node.name}
                measure={scoring.card.unit}
                scoring={scoring}
                fullMark={readMark(node.fullMark)}
                readOnly={readOnly}
                onChange={score}
              />
            </Section>
          )}
          <div className={styles.fields}>
            <Labelled label={t('依据条款')}>
              {(id) => <BasisField id={id} value={node.basis} onChange={(basis) => put({ ...node, basis })} />}
            </Labelled>
            {content.kind === 'appraisalPlan' ? (
              <Labelled label={t('牵头评分单位')}>
                {(id) => (
                  <UnitSelect
                    id={id}
                    label={t('牵头评分单位')}
                    value={node.leadUnitId}
                    onChange={(unitId) => put(withMember(node, 'leadUnitId', unitId))}
                  />
                )}
              </Labelled>
            ) : (
              <LineNote node={node} />
            )}
            {isLeaf(content, node.key) && (
              <Labelled label={t('内容待附件')}>
                {(id) => (
                  <Select
                    id={id}
                    allowClear
                    value={node.awaits ?? null}
                    placeholder={t('不等附件')}
                    options={content.bases.map((row) => ({ value: row.key, label: row.title || t('未命名文件') }))}
                    onChange={(key: string | null | undefined) => put(withMember(node, 'awaits', key ?? undefined))}
                  />
                )}
              </Labelled>
            )}
          </div>
          {isLeaf(content, node.key) && (
            <>
              {scoring.rule && (
                <Section title={t('数据从哪里来')}>
                  <Bindings node={node} scoring={scoring} rule={scoring.rule.rule} onChange={score} />
                </Section>
              )}
              <Section
                title={t('完成标准与核验标准')}
                actions={<Source at={`${at}.scoring.completionStandard`} name={t('完成标准')} />}
              >
                <Labelled label={t('完成标准')} wide>
                  {(id) => (
                    <Input.TextArea
                      id={id}
                      rows={2}
                      value={scoring.completionStandard}
                      onChange={({ target }) => score({ ...scoring, completionStandard: target.value })}
                    />
                  )}
                </Labelled>
                <Labelled label={t('核验标准')} wide>
                  {(id) => (
                    <Input.TextArea
                      id={id}
                      rows={1}
                      value={scoring.verificationStandard ?? ''}
                      onChange={({ target }) => score(withMember(scoring, 'verificationStandard', target.value))}
                    />
                  )}
                </Labelled>
              </Section>
              <Section title={t('指标卡片')}>
                <CardFields card={scoring.card} onChange={(card) => score({ ...scoring, card })} />
              </Section>
              <EvidenceRows
                rows={scoring.evidenceList}
                at={`${at}.scoring.evidenceList`}
                onChange={(evidenceList) => score({ ...scoring, evidenceList })}
              />
            </>
          )}
        </div>
      </Reading>
    </RowDrawer>
  )
}

const LineNote = ({ node }: { readonly node: IndicatorNode }) => {
  const { plan } = useEditor()
  return (
    <Labelled label={t('年度方案条目')}>
      {() => (
        <span className={styles.note}>
          {node.line
            ? t('引自《{{title}}》，分值以年度方案为准', { title: plan.parentTitle ?? '' })
            : t('未对应年度方案')}
        </span>
      )}
    </Labelled>
  )
}

export default LeafDrawer
