import { type ApprovalStep, approvalStepKinds } from '@quanheng/domain/plan/model'
import { Button, Input, Select } from 'antd'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { useEditor } from '../editor/editor.ts'
import { moveBy, removeAt, replaceAt } from '../editor/rows.ts'
import styles from '../fields/plan.module.css'
import { RowActs } from '../fields/RowActs.tsx'
import { postOptions } from './SignatureMap.tsx'

/** 审批程序: the way of the score report, or of the year's result, through the body, in order. */
export const ApprovalChain = () => {
  const { content, update, readOnly } = useEditor()
  const rows = content.approvalChain
  const put = (at: number, row: ApprovalStep) => update({ approvalChain: replaceAt(rows, at, row) })
  return (
    <Section
      title={content.kind === 'appraisalPlan' ? t('年度考评结果的审批程序') : t('评分报告的审批程序')}
      actions={
        !readOnly && (
          <Button
            size="small"
            onClick={() =>
              update({
                approvalChain: [
                  ...rows,
                  { kind: 'countersign', name: word('approvalStep', 'countersign'), posts: ['sectionHead'] },
                ],
              })
            }
          >
            {t('添加审批环节')}
          </Button>
        )
      }
    >
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps of the chain have no key; their order is their identity
        <div key={at} className={styles.row}>
          <span className={styles.note}>{t('第 {{number}} 步', { number: at + 1 })}</span>
          <Select
            aria-label={t('第 {{number}} 步类型', { number: at + 1 })}
            value={row.kind}
            style={{ width: 150 }}
            options={approvalStepKinds.map((value) => ({ value, label: word('approvalStep', value) }))}
            onChange={(kind) => put(at, { ...row, kind, name: word('approvalStep', kind) })}
          />
          <Input
            aria-label={t('第 {{number}} 步名称', { number: at + 1 })}
            value={row.name}
            style={{ width: 200 }}
            onChange={({ target }) => put(at, { ...row, name: target.value })}
          />
          <div style={{ flex: '1 1 260px' }}>
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              aria-label={t('第 {{number}} 步由哪些职务办理', { number: at + 1 })}
              value={[...row.posts]}
              style={{ width: '100%' }}
              options={postOptions()}
              onChange={(posts) => put(at, { ...row, posts })}
            />
          </div>
          {!readOnly && (
            <RowActs
              name={row.name}
              onMove={(by) => update({ approvalChain: moveBy(rows, at, by) })}
              onRemove={() => update({ approvalChain: removeAt(rows, at) })}
            />
          )}
        </div>
      ))}
    </Section>
  )
}
