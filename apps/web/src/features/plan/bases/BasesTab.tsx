import { planFile } from '@quanheng/contract/plan'
import type { BasisDocument } from '@quanheng/domain/plan/model'
import { Button, Input, InputNumber } from 'antd'
import { addressOf } from '../../../shared/api/input.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { SecrecyNote } from '../../../shared/secrecy/SecrecyNote.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { FileButton } from '../../../shared/upload/FileButton.tsx'
import { useEditor } from '../editor/editor.ts'
import { moveBy, newRowKey, removeAt, replaceAt, withMember } from '../editor/rows.ts'
import { DayInput } from '../fields/DayInput.tsx'
import styles from '../fields/plan.module.css'
import { RowActs } from '../fields/RowActs.tsx'
import { Source } from '../fields/Source.tsx'

/** 依据文件 and 附件. What is missing stays visibly missing, with who brings it. */
export const BasesTab = () => {
  const { content, update, readOnly } = useEditor()
  const rows = content.bases
  const add = () => {
    const annexes = rows.flatMap((row) => (row.annex === undefined ? [] : [row.annex]))
    const annex = Math.max(0, ...annexes) + 1
    update({ bases: [...rows, { key: newRowKey(), title: '', annex, file: { kind: 'missing' } }] })
  }
  return (
    <Section
      title={t('依据文件与附件')}
      actions={
        !readOnly && (
          <Button size="small" onClick={add}>
            {t('添加文件')}
          </Button>
        )
      }
    >
      <SecrecyNote />
      {rows.length === 0 && <p className={styles.note}>{t('还没有依据文件。附件暂缺的也请列出，不影响印发。')}</p>}
      {rows.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.grid}>
            <caption className="unseen">{t('依据文件与附件')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('附件序号')}</th>
                <th scope="col">{t('文件名称')}</th>
                <th scope="col">{t('文号')}</th>
                <th scope="col">{t('文件')}</th>
                {!readOnly && <th scope="col">{t('操作')}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <BasisRow
                  key={row.key}
                  row={row}
                  onChange={(next) => update({ bases: replaceAt(rows, at, next) })}
                  onMove={(by) => update({ bases: moveBy(rows, at, by) })}
                  onRemove={() =>
                    update({
                      bases: removeAt(rows, at),
                      indicators: content.indicators.map((node) =>
                        node.awaits === row.key ? withMember(node, 'awaits', undefined) : node,
                      ),
                    })
                  }
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}

interface RowProps {
  readonly row: BasisDocument
  readonly onChange: (row: BasisDocument) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

const BasisRow = ({ row, onChange, onMove, onRemove }: RowProps) => {
  const { plan, readOnly } = useEditor()
  const name = row.title || t('未命名文件')
  return (
    <tr data-at={`bases[${row.key}]`}>
      <td>
        <InputNumber
          aria-label={t('{{name}} 附件序号', { name })}
          value={row.annex ?? null}
          min={1}
          placeholder={t('依据')}
          style={{ width: 76 }}
          onChange={(annex) => onChange(withMember(row, 'annex', annex ?? undefined))}
        />
      </td>
      <td style={{ minWidth: 300 }}>
        <Input.TextArea
          rows={1}
          aria-label={t('文件名称')}
          value={row.title}
          onChange={({ target }) => onChange({ ...row, title: target.value })}
        />
        <Source at={`bases[${row.key}]`} name={name} />
      </td>
      <td style={{ minWidth: 170 }}>
        <Input
          aria-label={t('{{name}} 文号', { name })}
          value={row.documentNumber ?? ''}
          onChange={({ target }) => onChange(withMember(row, 'documentNumber', target.value))}
        />
      </td>
      <td style={{ minWidth: 260 }}>
        {row.file.kind === 'present' ? (
          <span className={styles.row}>
            <StateTag word={t('已有')} tone="done" />
            <a
              href={addressOf(planFile, { params: { planId: plan.id, digest: row.file.digest } })}
              target="_blank"
              rel="noreferrer"
            >
              {row.file.name}
            </a>
            {!readOnly && (
              <Button size="small" type="text" onClick={() => onChange({ ...row, file: { kind: 'missing' } })}>
                {t('移除文件')}
              </Button>
            )}
          </span>
        ) : (
          <Missing row={row} file={row.file} onChange={onChange} />
        )}
      </td>
      {!readOnly && (
        <td>
          <RowActs name={name} onMove={onMove} onRemove={onRemove} />
        </td>
      )}
    </tr>
  )
}

interface MissingProps {
  readonly row: BasisDocument
  readonly file: Extract<BasisDocument['file'], { kind: 'missing' }>
  readonly onChange: (row: BasisDocument) => void
}

const Missing = ({ row, file, onChange }: MissingProps) => {
  const { readOnly } = useEditor()
  const name = row.title || t('未命名文件')
  return (
    <div className={styles.stack} style={{ gap: 4 }}>
      <span className={styles.row}>
        <StateTag word={t('暂缺')} tone="stop" />
        {!readOnly && (
          <FileButton
            label={t('上传文件')}
            onStored={(stored) =>
              onChange({ ...row, file: { kind: 'present', digest: stored.digest, name: stored.name } })
            }
          />
        )}
      </span>
      <span className={styles.row} style={{ flexWrap: 'nowrap' }}>
        <Input
          aria-label={t('{{name}} 由谁补齐', { name })}
          placeholder={t('由谁补齐')}
          value={file.owner ?? ''}
          onChange={({ target }) => onChange({ ...row, file: withMember(file, 'owner', target.value) })}
        />
        <DayInput
          label={t('{{name}} 提醒日期', { name })}
          value={file.remindOn ?? ''}
          onChange={(remindOn) => onChange({ ...row, file: withMember(file, 'remindOn', remindOn) })}
        />
      </span>
    </div>
  )
}
