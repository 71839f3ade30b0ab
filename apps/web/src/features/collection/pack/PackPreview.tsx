import { markReportPack, takeReportPack } from '@quanheng/contract/report-pack'
import { Button } from 'antd'
import { download } from '../../../shared/api/download.ts'
import { useCommand } from '../../../shared/api/hooks.ts'
import { RefusedError } from '../../../shared/api/refused.ts'
import { saySize } from '../../../shared/evidence/say-size.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Icon } from '../../../shared/icon/Icon.tsx'
import { notify } from '../../../shared/notice/notices.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from '../collection.module.css'
import { PackFigures } from './PackFigures.tsx'
import { PackLines } from './PackLines.tsx'
import type { ReadPack } from './pack.ts'

const Faults = ({ read }: { readonly read: ReadPack }) => {
  const inCells = read.faults.some(({ cell }) => cell !== null)
  const marked = async () => {
    try {
      await download(markReportPack, { body: { digest: read.digest } })
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      notify(error.message, 'stop')
    }
  }
  return (
    <section role="alert" className={styles.panel}>
      <p>{t('有 {{count}} 处需要修改，没有收回任何内容。改好后重新压缩上传。', { count: read.faults.length })}</p>
      <ul className={styles.list}>
        {read.faults.slice(0, 100).map(({ cell, path, message }) => (
          <li key={`${cell}${path}${message}`}>
            <strong>{cell === null ? path : t('填报表 {{cell}}', { cell })} </strong>
            {message}
          </li>
        ))}
      </ul>
      {inCells && (
        <div className={styles.acts}>
          <Button type="primary" icon={<Icon name="download" />} onClick={() => void marked()}>
            {t('下载标注了错误的填报表')}
          </Button>
        </div>
      )}
    </section>
  )
}

interface Props {
  readonly read: ReadPack
  readonly onTaken: (figures: number) => void
  readonly onLeave: () => void
}

/** What would happen, before it does: figures beside what stands, files beside the lines they match, and what is left out. */
export const PackPreview = ({ read, onTaken, onLeave }: Props) => {
  const take = useCommand(takeReportPack)
  const fresh = read.lines.flatMap(({ files }) => files).filter(({ known }) => !known)
  const send = async () => {
    const done = await take.run({ body: { digest: read.digest, shown: read.shown } })
    if (!done) return
    notify(t('已收回：{{figures}} 项数据，{{files}} 份材料', { figures: done.figures, files: done.files }), 'done')
    onTaken(done.figures)
  }
  const nothing = read.figures.length + fresh.length + read.originals.length === 0
  return (
    <section className={styles.panel} aria-label={t('收回前核对')}>
      <Facts
        items={[
          { label: t('填报包'), value: read.name },
          {
            label: t('方案'),
            value: t('{{title}}（第{{number}}版）', { title: read.planTitle, number: read.planNumber }),
          },
          { label: t('填报单位'), value: read.unitName },
          { label: t('制作日期'), value: read.madeOn },
        ]}
      />
      {read.faults.length > 0 && <Faults read={read} />}
      <PackFigures read={read} />
      <PackLines lines={read.lines} />
      {read.originals.length > 0 && (
        <section>
          <h3>{t('盖章原件扫描 {{count}} 份', { count: read.originals.length })}</h3>
          <ul className={styles.list}>
            {read.originals.map((file) => (
              <li key={`${file.name}${file.digest}`}>
                {file.name}（{saySize(file.size)}）
              </li>
            ))}
          </ul>
        </section>
      )}
      {read.left.length > 0 && (
        <section>
          <h3 className={styles.heed}>{t('没有对应上、不收回的文件 {{count}} 份', { count: read.left.length })}</h3>
          <p className={styles.soft}>{t('要收回的，移到对应编号的文件夹，重新压缩上传。')}</p>
          <ul className={styles.list}>
            {read.left.slice(0, 100).map((path) => (
              <li key={path}>{path}</li>
            ))}
          </ul>
        </section>
      )}
      <Refusal refusal={take.refusal} />
      {read.faults.length === 0 && nothing && <p role="alert">{t('填报包里没有新填的数据，也没有新的材料。')}</p>}
      <div className={styles.acts}>
        {read.faults.length === 0 && !nothing && (
          <Button type="primary" loading={take.pending} onClick={() => void send()}>
            {read.left.length > 0 ? t('收回，未对应的 {{count}} 份不收', { count: read.left.length }) : t('全部收回')}
          </Button>
        )}
        <Button onClick={onLeave}>{t('不收回')}</Button>
      </div>
    </section>
  )
}
