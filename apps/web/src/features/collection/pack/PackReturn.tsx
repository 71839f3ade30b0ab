import { readReportPack } from '@quanheng/contract/report-pack'
import { useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { t } from '../../../shared/i18n/t.ts'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { NextAct } from '../../../shared/page/NextAct.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { SecrecyNote } from '../../../shared/secrecy/SecrecyNote.tsx'
import { FileButton } from '../../../shared/upload/FileButton.tsx'
import styles from '../collection.module.css'
import { PackPreview } from './PackPreview.tsx'
import type { ReadPack } from './pack.ts'

/** Back in: first read and shown whole, then taken in one act or not at all. */
export const PackReturn = () => {
  const [read, setRead] = useState<ReadPack>()
  const [taken, setTaken] = useState<number>()
  return (
    <Section title={t('带回收回')}>
      <div className={styles.panel}>
        <SecrecyNote />
        <div className={styles.acts}>
          <FileButton
            label={read ? t('换一个填报包') : t('上传填好的填报包')}
            accept=".zip"
            onStored={async ({ digest }, file) => {
              setTaken(undefined)
              setRead({ ...(await call(readReportPack, { body: { digest } })), digest, name: file.name })
            }}
          />
        </div>
        {read && (
          <PackPreview
            key={read.shown}
            read={read}
            onTaken={(figures) => {
              setRead(undefined)
              setTaken(figures)
            }}
            onLeave={() => setRead(undefined)}
          />
        )}
        {taken !== undefined && (
          <NextAct
            turn="mine"
            act={
              <LinkButton type="primary" to="/collection" search={{ turn: 'report' } as never}>
                {t('去核对报送')}
              </LinkButton>
            }
          >
            {taken > 0
              ? t('已收回，{{count}} 项数据是您的草稿，还没有报送。请核对后报送，由单位负责人确认。', { count: taken })
              : t('已收回，材料归到各项台账。')}
          </NextAct>
        )}
      </div>
    </Section>
  )
}
