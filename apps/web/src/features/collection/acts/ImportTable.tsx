import { markDataTable, readDataTable, reportData } from '@quanheng/contract/datum'
import type { ReplyOf } from '@quanheng/contract/route'
import { Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { download } from '../../../shared/api/download.ts'
import { useCommand } from '../../../shared/api/hooks.ts'
import { RefusedError } from '../../../shared/api/refused.ts'
import { upload } from '../../../shared/api/upload.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Icon } from '../../../shared/icon/Icon.tsx'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../collection.module.css'
import { sayRelease } from '../say.ts'

type Read = ReplyOf<typeof readDataTable> & { readonly digest: string; readonly name: string }

/** Excel in: first read and shown, with every fault at its cell; then reported in one act, or not at all. */
export const ImportTable = () => {
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState<number>()
  const [read, setRead] = useState<Read>()
  const take = async (file: File) => {
    setBusy(0)
    try {
      const { digest } = await upload(file, (share) => setBusy(Math.round(share * 100)))
      setRead({ ...(await call(readDataTable, { body: { digest } })), digest, name: file.name })
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      notify(error.message, 'stop')
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <>
      <Button
        size="small"
        icon={<Icon name="up" />}
        loading={busy !== undefined}
        onClick={() => input.current?.click()}
      >
        {busy === undefined ? t('导入 Excel') : t('正在读取 {{share}}%', { share: busy })}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv"
        aria-label={t('导入 Excel')}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void take(file)
        }}
      />
      {read && <Found read={read} onClose={() => setRead(undefined)} />}
    </>
  )
}

const Found = ({ read, onClose }: { readonly read: Read; readonly onClose: () => void }) => {
  const report = useCommand(reportData)
  const wrong = read.faults.length > 0
  const inCells = read.faults.some((fault) => fault.cell !== null)
  const send = async () => {
    const rows = read.rows.map(({ line: _l, elementName: _e, unitName: _u, shown: _s, ...row }) => row)
    if (!(await report.run({ body: { rows, workbook: read.digest } }))) return
    notify(t('已报送 {{count}} 项', { count: rows.length }))
    onClose()
  }
  const marked = async () => {
    try {
      await download(markDataTable, { body: { digest: read.digest } })
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      notify(error.message, 'stop')
    }
  }
  return (
    <Modal
      open
      width={760}
      title={t('导入：{{name}}', { name: read.name })}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={[
        <Button key="close" onClick={onClose}>
          {t('取消')}
        </Button>,
        wrong && inCells && (
          <Button key="marked" type="primary" icon={<Icon name="download" />} onClick={() => void marked()}>
            {t('下载标注了错误的工作簿')}
          </Button>
        ),
        !wrong && read.rows.length > 0 && (
          <Button key="report" type="primary" loading={report.pending} onClick={() => void send()}>
            {t('报送 {{count}} 项', { count: read.rows.length })}
          </Button>
        ),
      ]}
    >
      <div className={styles.panel}>
        {wrong && (
          <section role="alert">
            <p>{t('有 {{count}} 处需要修改，未保存任何内容。改好后重新导入。', { count: read.faults.length })}</p>
            <ul className={styles.list}>
              {read.faults.slice(0, 50).map((fault) => (
                <li key={`${fault.cell}${fault.message}`}>
                  {fault.cell && <strong className={styles.mono}>{fault.cell} </strong>}
                  {fault.message}
                </li>
              ))}
            </ul>
          </section>
        )}
        {!wrong && (
          <p>
            {t('{{count}} 项可以报送，{{blank}} 行未填写或没有变化。', { count: read.rows.length, blank: read.blank })}
          </p>
        )}
        {read.rows.length > 0 && (
          <div className={styles.scroll}>
            <table className={styles.versions}>
              <thead>
                <tr>
                  <th scope="col">{t('行')}</th>
                  <th scope="col">{t('数据项')}</th>
                  <th scope="col">{t('考核单位')}</th>
                  <th scope="col">{t('填报值')}</th>
                  <th scope="col">{t('数据截至')}</th>
                  <th scope="col">{t('数据性质')}</th>
                </tr>
              </thead>
              <tbody>
                {read.rows.map((row) => (
                  <tr key={row.datumId}>
                    <td>{row.line}</td>
                    <td>{row.elementName}</td>
                    <td>{row.unitName}</td>
                    <td data-figure>{row.shown}</td>
                    <td data-day>{row.asOf}</td>
                    <td>{sayRelease(row.release)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <Refusal refusal={report.refusal} />
      </div>
    </Modal>
  )
}
