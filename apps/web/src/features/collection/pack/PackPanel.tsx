import { reportPackReceipt } from '@quanheng/contract/report-pack'
import { saySize } from '../../../shared/evidence/say-size.ts'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { PaperFiles } from '../../../shared/paper/PaperFiles.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import styles from '../collection.module.css'
import type { TakenPack } from './pack.ts'

/** A pack as it was taken in: its receipt to print, the scans that came with it, what was left out. */
export const PackPanel = ({ pack }: { readonly pack: TakenPack }) => (
  <div className={styles.panel}>
    <Facts
      items={[
        {
          label: t('方案'),
          value: t('{{title}}（第{{number}}版）', { title: pack.planTitle, number: pack.planNumber }),
        },
        { label: t('填报单位'), value: pack.unitName },
        { label: t('收回人'), value: `${word('post', pack.by.post)} ${pack.by.name}` },
        { label: t('收回时间'), value: sayMoment(pack.at) },
        { label: t('数据'), value: t('{{count}} 项', { count: pack.figures }) },
        { label: t('佐证材料'), value: t('{{count}} 份', { count: pack.evidence }) },
      ]}
    />
    <div className={styles.acts}>
      <PaperFiles label={t('回执')} route={reportPackReceipt} params={{ packId: pack.id }} />
    </div>
    {pack.originals.length > 0 && (
      <Section title={t('盖章原件扫描')}>
        <p className={styles.soft}>{t('确认数据前，对照原件逐项核对。')}</p>
        <ul className={styles.list}>
          {pack.originals.map((file) => (
            <li key={file.digest}>
              <a href={`/api/report-packs/${pack.id}/originals/${file.digest}`} target="_blank" rel="noreferrer">
                {file.name}
              </a>
              （{saySize(file.size)}）
            </li>
          ))}
        </ul>
      </Section>
    )}
    {pack.left.length > 0 && (
      <Section title={t('没有收回的文件')}>
        <ul className={styles.list}>
          {pack.left.map((path) => (
            <li key={path}>{path}</li>
          ))}
        </ul>
      </Section>
    )}
    <ObjectHistory subjectId={pack.id} />
  </div>
)
