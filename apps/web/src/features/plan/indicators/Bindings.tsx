import { bindingFor } from '@quanheng/domain/plan/binding-for'
import type { Binding, DataElement, IndicatorNode, LeafScoring } from '@quanheng/domain/plan/model'
import { newElement } from '@quanheng/domain/plan/new-element'
import type { ReportedInput } from '@quanheng/domain/rule/inputs'
import { reportedInputs } from '@quanheng/domain/rule/inputs'
import type { Rule } from '@quanheng/domain/rule/model'
import { Button, Input, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { useEditor } from '../editor/editor.ts'
import { newRowKey } from '../editor/rows.ts'
import styles from '../fields/plan.module.css'
import { putNode } from './tree.ts'

interface Props {
  readonly node: IndicatorNode
  readonly scoring: LeafScoring
  readonly rule: Rule
  readonly onChange: (scoring: LeafScoring) => void
}

/** Ties each name in the sentence to a figure that is asked, to the unit's target, or to a fixed value. */
export const Bindings = ({ node, scoring, rule, onChange }: Props) => {
  const { content, update, readOnly } = useEditor()
  const put = (binding: Binding) =>
    onChange({ ...scoring, bindings: [...scoring.bindings.filter((row) => row.input !== binding.input), binding] })
  const makeElement = (input: ReportedInput) => {
    const element = newElement(newRowKey(), node, input, content)
    const bindings = [
      ...scoring.bindings.filter((row) => row.input !== input.name),
      { input: input.name, from: 'element' as const, elementKey: element.key },
    ]
    update({
      dataElements: [...content.dataElements, element],
      ...putNode(content, { ...node, scoring: { ...scoring, bindings } }),
    })
  }
  return (
    <table className={styles.grid}>
      <caption className="unseen">{t('数据从哪里来')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('评分标准中的名称')}</th>
          <th scope="col">{t('要的是')}</th>
          <th scope="col">{t('来自')}</th>
          <th scope="col">{t('对应')}</th>
        </tr>
      </thead>
      <tbody>
        {reportedInputs(rule).map((input) => {
          const binding = bindingFor(scoring, input)
          return (
            <tr key={input.name}>
              <th scope="row">{input.name}</th>
              <td>
                {word('elementType', input.kind)}
                {input.unit ? `（${input.unit}）` : ''}
              </td>
              <td>
                <Select
                  aria-label={t('{{name}} 来自', { name: input.name })}
                  value={binding?.from ?? null}
                  placeholder={t('请选择')}
                  style={{ minWidth: 150 }}
                  options={[
                    { value: 'element', label: t('数据项') },
                    { value: 'target', label: t('各单位目标值') },
                    { value: 'constant', label: t('固定值') },
                  ]}
                  onChange={(from) => {
                    const binding = fresh(from, input, content.dataElements)
                    if (binding) put(binding)
                    else makeElement(input)
                  }}
                />
              </td>
              <td>
                {binding?.from === 'element' && (
                  <Select
                    aria-label={t('{{name}} 对应的数据项', { name: input.name })}
                    value={binding.elementKey || null}
                    placeholder={t('选择数据项')}
                    popupMatchSelectWidth={false}
                    style={{ minWidth: 180 }}
                    options={content.dataElements.map((row) => ({ value: row.key, label: row.name || t('未命名') }))}
                    onChange={(elementKey: string | null) =>
                      elementKey && put({ input: input.name, from: 'element', elementKey })
                    }
                  />
                )}
                {binding?.from === 'constant' && (
                  <Input
                    aria-label={t('{{name}} 固定值', { name: input.name })}
                    value={binding.value}
                    onChange={({ target }) => put({ input: input.name, from: 'constant', value: target.value })}
                  />
                )}
                {binding?.from === 'target' && <span className={styles.note}>{t('在任务分配表中填写')}</span>}
                {!binding && !readOnly && (
                  <Button size="small" onClick={() => makeElement(input)}>
                    {t('新建数据项并对应')}
                  </Button>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Undefined when a data element is wanted and none is declared. */
const fresh = (from: Binding['from'], input: ReportedInput, elements: readonly DataElement[]): Binding | undefined => {
  if (from === 'target') return { input: input.name, from }
  if (from === 'constant') return { input: input.name, from, value: '' }
  const fitting = elements.find((row) => row.type === input.kind) ?? elements[0]
  return fitting && { input: input.name, from, elementKey: fitting.key }
}
