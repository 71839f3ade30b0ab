import { enterPaperReport, showLeadReport } from '@quanheng/contract/report'
import { Input, Modal } from 'antd'
import { type ClipboardEvent, useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { type Scan, ScanField } from '../../../shared/upload/ScanField.tsx'
import styles from '../result.module.css'
import type { Report } from '../result.ts'

type Item = Report['items'][number]
const keyOf = ({ leafKey, unitId }: Item): string => `${leafKey}\n${unitId}`

/** 录入纸质评分报告: every score from the stamped paper, with its scan; a column of figures may be pasted. */
const EnterPaper = ({ reportId, onClose }: { readonly reportId: string; readonly onClose: () => void }) => {
  const params = { reportId }
  const report = useQueryRoute(showLeadReport, { params }).data
  const [points, setPoints] = useState<Readonly<Record<string, string>>>({})
  const [number, setNumber] = useState('')
  const [day, setDay] = useState('')
  const [scan, setScan] = useState<Scan>()
  const enter = useCommand(enterPaperReport, { onDone: onClose })
  const id = useId()
  if (!report) return null
  const { items } = report
  const filled = items.filter((item) => (points[keyOf(item)] ?? '').trim() !== '').length
  const paste = (from: number) => (event: ClipboardEvent) => {
    const lines = event.clipboardData.getData('text').trimEnd().split(/\r?\n/)
    if (lines.length < 2) return
    event.preventDefault()
    const pasted = lines.flatMap((line, at) => {
      const item = items[from + at]
      return item ? [[keyOf(item), line.split('\t').at(-1)?.trim() ?? '']] : []
    })
    setPoints({ ...points, ...Object.fromEntries(pasted) })
  }
  const go = () =>
    scan &&
    enter.run({
      params,
      body: {
        version: report.version,
        documentNumber: number,
        documentDate: day,
        scanDigest: scan.digest,
        scores: items.map((item) => ({
          leafKey: item.leafKey,
          unitId: item.unitId,
          points: (points[keyOf(item)] ?? '').trim(),
        })),
      },
    })
  return (
    <Modal
      open
      width={860}
      title={t('录入纸质评分报告：{{unit}}', { unit: report.leadUnitName })}
      okText={t('录入')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: !scan || day === '' || number.trim() === '' || filled < items.length }}
      confirmLoading={enter.pending}
      onOk={go}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.fields}>
        <label htmlFor={`${id}n`}>{t('发文字号')}</label>
        <Input id={`${id}n`} value={number} maxLength={100} onChange={(event) => setNumber(event.target.value)} />
        <label htmlFor={`${id}d`}>{t('成文日期')}</label>
        <Input id={`${id}d`} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        <ScanField label={t('盖章件扫描件')} scan={scan} onStored={setScan} />
      </div>
      <p className={styles.waiting}>
        {t('已录 {{filled}}/{{all}}。可从 Excel 整列粘贴得分。录入后由另一人核对。', { filled, all: items.length })}
      </p>
      <div className={styles.tall}>
        <Sheet
          caption={t('得分')}
          columns={[
            { key: 'leaf', title: t('指标'), width: 200, render: (row: Item) => row.leafName },
            { key: 'unit', title: t('考核对象'), render: (row) => row.unitName },
            { key: 'full', title: t('满分'), figure: true, render: (row) => row.fullMark },
            {
              key: 'points',
              title: t('得分'),
              render: (row, at) => (
                <Input
                  size="small"
                  aria-label={t('{{unit}} {{leaf}} 得分', { unit: row.unitName, leaf: row.leafName })}
                  value={points[keyOf(row)] ?? ''}
                  onPaste={paste(at)}
                  onChange={(event) => setPoints({ ...points, [keyOf(row)]: event.target.value })}
                />
              ),
            },
          ]}
          rows={items}
          rowKey={keyOf}
        />
      </div>
      <Refusal refusal={enter.refusal} />
    </Modal>
  )
}

export default EnterPaper
