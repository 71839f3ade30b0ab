import { checkSubmission, entrySheet, packageZip, tickRows } from '@quanheng/contract/submission'
import { Button, Checkbox } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { download } from '../../../shared/api/download.ts'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { Figure } from '../../../shared/figure/Figure.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Icon } from '../../../shared/icon/Icon.tsx'
import { Facts } from '../../../shared/page/Facts.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import styles from '../approval.module.css'
import { type Approval, type Package, sayPerson, scanOf } from '../approval.ts'

const SendDialog = lazy(() => import('./SendDialog.tsx'))
const ReceiptDialog = lazy(() => import('./ReceiptDialog.tsx'))

type Row = Package['rows'][number]

interface LeafTicksProps {
  readonly rows: readonly Row[]
  readonly pending: boolean
  readonly onTick: (rows: readonly Row[]) => void
}

/** Where a whole indicator was typed in one go, its rows are ticked in one go. */
const LeafTicks = ({ rows, pending, onTick }: LeafTicksProps) => {
  const left = [...Map.groupBy(rows, ({ leafKey }) => leafKey).values()]
    .map((leaf) => leaf.filter(({ ticked }) => ticked === null))
    .filter(([first]) => first !== undefined)
  return (
    <p className={styles.acts}>
      <span>{t('整项已录入的，可以一并勾对：')}</span>
      {left.map((leaf) => (
        <Button key={leaf[0]?.leafKey} size="small" disabled={pending} onClick={() => onTick(leaf)}>
          {t('{{leaf}} 余 {{count}} 行', { leaf: leaf[0]?.leafName ?? '', count: leaf.length })}
        </Button>
      ))}
    </p>
  )
}

/** 录入对照单: in the superior's order, ticked as each is typed there. */
const EntryRows = ({ submission }: { readonly submission: Package }) => {
  const tick = useCommand(tickRows)
  const mayTick = submission.may.includes('tick') || submission.may.includes('untick')
  const done = submission.rows.filter(({ ticked }) => ticked !== null).length
  const set = (rows: readonly Row[], ticked: boolean) =>
    tick.run({
      params: { submissionId: submission.id },
      body: { version: submission.version, rows: rows.map(({ leafKey, unitId }) => ({ leafKey, unitId })), ticked },
    })
  return (
    <Section
      title={t('录入对照单 {{done}}/{{all}}', { done, all: submission.rows.length })}
      actions={<PaperFiles label={t('录入对照单')} route={entrySheet} params={{ submissionId: submission.id }} />}
    >
      <Refusal refusal={tick.refusal} />
      {submission.may.includes('tick') && (
        <LeafTicks rows={submission.rows} pending={tick.pending} onTick={(rows) => void set(rows, true)} />
      )}
      <Sheet
        caption={t('录入对照单')}
        columns={[
          { key: 'leaf', title: t('指标'), width: 220, render: (row: Row) => row.leafName },
          { key: 'unit', title: t('考核对象'), render: (row) => row.unitName },
          {
            key: 'points',
            title: t('录入值'),
            unit: t('分'),
            figure: true,
            render: (row) => <Figure value={row.points} />,
          },
          {
            key: 'ticked',
            title: t('已录入'),
            render: (row) => (
              <Checkbox
                aria-label={t('{{unit}} {{leaf}} 已录入', { unit: row.unitName, leaf: row.leafName })}
                checked={row.ticked !== null}
                disabled={!mayTick || tick.pending}
                onChange={(event) => void set([row], event.target.checked)}
              />
            ),
          },
          {
            key: 'by',
            title: t('录入人'),
            render: (row) => row.ticked && `${row.ticked.by.name} ${sayMoment(row.ticked.at)}`,
          },
        ]}
        rows={submission.rows}
        rowKey={(row) => `${row.leafKey}${row.unitId}`}
      />
    </Section>
  )
}

/** 报送包: what is in it, who enters, checks and sends it, and the receipt. */
export const SubmissionPart = ({
  approval,
  submission,
}: {
  readonly approval: Approval
  readonly submission: Package
}) => {
  const [open, setOpen] = useState<'check' | 'send' | 'receipt'>()
  const close = () => setOpen(undefined)
  const check = useCommand(checkSubmission, { onDone: close })
  const { receipt, sending } = submission
  const params = { submissionId: submission.id }
  const may = (command: Package['may'][number]) => submission.may.includes(command)
  return (
    <>
      <Section
        title={t('报送包')}
        actions={
          <>
            <StateTag
              word={word('submissionState', submission.state)}
              tone={submission.state === 'received' ? 'done' : 'going'}
            />
            {may('check') && (
              <Button type="primary" onClick={() => setOpen('check')}>
                {word('submissionCommand', 'check')}
              </Button>
            )}
            {may('send') && (
              <Button type="primary" onClick={() => setOpen('send')}>
                {word('submissionCommand', 'send')}
              </Button>
            )}
            {may('recordReceipt') && (
              <Button type="primary" onClick={() => setOpen('receipt')}>
                {word('submissionCommand', 'recordReceipt')}
              </Button>
            )}
            <Button icon={<Icon name="download" />} onClick={() => download(packageZip, { params })}>
              {t('下载报送包')}
            </Button>
          </>
        }
      >
        <Facts
          items={[
            { label: t('发文字号'), value: submission.documentNumber },
            { label: t('清单校验码'), value: <Digest value={submission.packageDigest} /> },
            { label: t('核对人'), value: submission.checkedBy ? sayPerson(submission.checkedBy) : t('待核对') },
            ...(sending
              ? [{ label: t('报送'), value: `${sending.sentOn} ${sending.channel} ${sayPerson(sending.by)}` }]
              : []),
            ...(receipt
              ? [
                  {
                    label: t('回执'),
                    value: (
                      <>
                        {receipt.receivedOn} {receipt.number} {sayPerson(receipt.by)}{' '}
                        {receipt.scanDigest && (
                          <a href={scanOf(approval.id, receipt.scanDigest)} target="_blank" rel="noreferrer">
                            {t('回执扫描件')}
                          </a>
                        )}
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
        <ul className={styles.rounds}>
          {submission.files.map((file) => (
            <li key={file.name}>
              {file.name} <Digest value={file.sha256} />
            </li>
          ))}
        </ul>
      </Section>
      <EntryRows submission={submission} />
      {open === 'check' && (
        <WeightyAct
          act={word('submissionCommand', 'check')}
          object={t('录入对照单')}
          digest={submission.packageDigest}
          effects={[t('核对后可以报送。录入过的人不能核对。')]}
          pending={check.pending}
          refusal={check.refusal}
          onClose={close}
          onAct={() => check.run({ params, body: { version: submission.version } })}
        >
          <p>{t('我已逐行核对上级平台中的 {{count}} 个得分，与对照单一致。', { count: submission.rows.length })}</p>
        </WeightyAct>
      )}
      <Suspense>
        {open === 'send' && <SendDialog submission={submission} onClose={close} />}
        {open === 'receipt' && <ReceiptDialog submission={submission} onClose={close} />}
      </Suspense>
    </>
  )
}
