import { issuePlan, registerPlan } from '@quanheng/contract/plan'
import { collectionTasks } from '@quanheng/domain/plan/collection'
import { itemKeys, sheetsOf } from '@quanheng/domain/plan/items'
import { scoringBlocks } from '@quanheng/domain/plan/scoring-blocks'
import { Input } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import type { Uploaded } from '../../../shared/api/upload.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { SecrecyNote } from '../../../shared/secrecy/SecrecyNote.tsx'
import { useSession } from '../../../shared/session/session.ts'
import { FileButton } from '../../../shared/upload/FileButton.tsx'
import { useEditor } from '../editor/editor.ts'
import { DayInput } from '../fields/DayInput.tsx'
import { Labelled } from '../fields/Labelled.tsx'
import styles from '../fields/plan.module.css'
import { sayFinding } from '../findings/say-finding.ts'

interface Props {
  readonly way: 'issue' | 'register'
  readonly onClose: () => void
}

/** A revision asks only for what is new; what was reported under the version before stands. */
const sayAsked = (
  isFirst: boolean,
  counts: { readonly count: number; readonly data: number; readonly evidence: number },
) =>
  isFirst
    ? t('{{count}} 个单位收到填报任务，共 {{data}} 个数、{{evidence}} 份台账材料。', counts)
    : t('修订后 {{count}} 个单位共报 {{data}} 个数、{{evidence}} 份台账材料；已报的沿用，只通知新增的。', counts)

const sayOpened = (
  isFirst: boolean,
  counts: { readonly sheets: number; readonly items: number; readonly tasks: number },
) =>
  isFirst
    ? t('开出 {{sheets}} 张评分表、{{items}} 个考核项，数据采集 {{tasks}} 件。', counts)
    : t('修订后共 {{sheets}} 张评分表、{{items}} 个考核项、数据采集 {{tasks}} 件。', counts)

/** 印发 or 已印发文件补录: what it asks of whom, what was let stand, what follows; then number, date and, for a paper, the scan. */
const IssueDialog = ({ way, onClose }: Props) => {
  const { plan, content } = useEditor()
  const { today } = useSession()
  const [number, setNumber] = useState('')
  const [date, setDate] = useState(way === 'issue' ? today : '')
  const [scan, setScan] = useState<Uploaded>()
  const [tried, setTried] = useState(false)
  const done = () => {
    onClose()
    notify(
      way === 'issue'
        ? t('《{{title}}》已印发', { title: plan.title })
        : t('《{{title}}》已补录', { title: plan.title }),
    )
  }
  const issue = useCommand(issuePlan, { onDone: done })
  const register = useCommand(registerPlan, { onDone: done })
  const command = way === 'issue' ? issue : register
  const accepted = plan.findings.filter((row) => row.acceptance)
  const blocks = scoringBlocks(content)
  const faults = {
    number: number.trim() === '' ? t('请填写发文字号') : '',
    date: date === '' ? t('请填写成文日期') : '',
  }
  const act = () => {
    setTried(true)
    if (faults.number !== '' || faults.date !== '') return
    const params = { planId: plan.id }
    const body = { version: plan.version, number, date }
    if (way === 'issue') void issue.run({ params, body })
    else void register.run({ params, body: { ...body, scanDigest: scan?.digest ?? null } })
  }
  const total = (key: 'data' | 'evidence') => plan.burden.reduce((sum, row) => sum + row[key], 0)
  return (
    <WeightyAct
      act={word('planCommand', way)}
      object={plan.title}
      effects={[
        sayAsked(plan.issuedNumber === null, {
          count: plan.burden.length,
          data: total('data'),
          evidence: total('evidence'),
        }),
        sayOpened(plan.issuedNumber === null, {
          sheets: sheetsOf(content).length,
          items: itemKeys(content).length,
          tasks: collectionTasks(content).length,
        }),
        ...(blocks.length > 0
          ? [t('{{count}} 个考核项因附件暂缺、目标待下达或未定评分单位，暂不评分。', { count: blocks.length })]
          : []),
        ...(plan.issuedNumber !== null
          ? [
              t('第 {{number}} 版停止使用；评分标准、分值、目标、分组有变的考核项退回待评分。', {
                number: plan.issuedNumber,
              }),
            ]
          : []),
      ]}
      irreversible={[t('印发的版本不能修改；要改只能另发修订版，并写明理由。')]}
      pending={command.pending}
      refusal={command.refusal}
      onAct={act}
      onClose={onClose}
    >
      <div className={styles.stack}>
        <div className={styles.fields}>
          <Labelled label={t('发文字号')}>
            {(id) => (
              <>
                <Input
                  id={id}
                  value={number}
                  placeholder={t('如：云发改发〔2024〕18号')}
                  aria-required
                  aria-describedby={`${id}-fault`}
                  onChange={({ target }) => setNumber(target.value)}
                />
                <Fault id={`${id}-fault`} text={tried ? faults.number : ''} />
              </>
            )}
          </Labelled>
          <Labelled label={t('成文日期')}>
            {(id) => (
              <>
                <DayInput id={id} label={t('成文日期')} value={date} onChange={setDate} />
                <Fault id={`${id}-fault`} text={tried ? faults.date : ''} />
              </>
            )}
          </Labelled>
        </div>
        {way === 'register' && (
          <>
            <span className={styles.row}>
              <FileButton label={t('上传盖章扫描件')} accept=".pdf,.jpg,.jpeg,.png,.ofd" onStored={setScan} />
              {scan && <span className={styles.good}>{t('已上传 {{name}}', { name: scan.name })}</span>}
            </span>
            <SecrecyNote />
          </>
        )}
        <section>
          <h3>{t('按原文执行的校核意见（{{count}} 项）', { count: accepted.length })}</h3>
          {accepted.length === 0 ? (
            <p className={styles.note}>{t('没有')}</p>
          ) : (
            <ul className={styles.list}>
              {accepted.map((row) => (
                <li key={row.key}>
                  {sayFinding(row.code, row.params)}
                  <span className={styles.note}>
                    {t('（{{name}}：{{reason}}）', {
                      name: row.acceptance?.by.name ?? '',
                      reason: row.acceptance?.reason ?? '',
                    })}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section>
          <h3>{t('各单位负担')}</h3>
          <ul className={styles.list}>
            {plan.burden.map((row) => (
              <li key={row.unitId}>
                {t('{{unit}}：{{data}} 个数，{{evidence}} 份材料（必交 {{required}} 份）', {
                  unit: row.unitName,
                  data: row.data,
                  evidence: row.evidence,
                  required: row.required,
                })}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </WeightyAct>
  )
}

const Fault = ({ id, text }: { readonly id: string; readonly text: string }) => (
  <span id={id} role="alert" className={styles.stop}>
    {text}
  </span>
)

export default IssueDialog
