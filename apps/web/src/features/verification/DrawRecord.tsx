import { drawPaper, drawRecord } from '@quanheng/contract/draw'
import { Button } from 'antd'
import { download } from '../../shared/api/download.ts'
import { Digest } from '../../shared/digest/Digest.tsx'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Facts } from '../../shared/page/Facts.tsx'
import { Section } from '../../shared/page/Section.tsx'
import { PaperFiles } from '../../shared/paper/PaperFiles.tsx'
import { StateTag } from '../../shared/state/StateTag.tsx'
import { sayMoment } from '../../shared/time/time.ts'
import { Residual } from './Residual.tsx'
import styles from './verification.module.css'
import type { Verification } from './verification.ts'

type Draw = Verification['draws'][number]

const factsOf = (draw: Draw) => [
  { label: t('抽样时间'), value: sayMoment(draw.at) },
  { label: t('抽样人'), value: draw.drawnBy },
  {
    label: t('监督人'),
    value: draw.attested
      ? t('{{name}}，{{at}} 见证签字，{{means}}', {
          name: draw.witness,
          at: sayMoment(draw.attested.at),
          means: word('signatureMeans', draw.attested.means),
        })
      : t('{{name}}（未签字）', { name: draw.witness }),
  },
  { label: t('种子'), value: <code>{draw.seed}</code> },
  { label: t('种子来源'), value: draw.seedParts.map(({ by, value }) => `${by}：${value}`).join('；') },
  { label: t('抽取家数'), value: draw.size },
  { label: t('名单校验码'), value: <Digest value={draw.populationDigest} /> },
  { label: t('算法'), value: <code>{draw.algorithm}</code> },
]

const Picked = ({ draw }: { readonly draw: Draw }) => (
  <table className={`${styles.plain} ${styles.picked}`}>
    <thead>
      <tr>
        <th scope="col">{t('抽出次序')}</th>
        <th scope="col">{t('编号')}</th>
        <th scope="col">{t('单位')}</th>
      </tr>
    </thead>
    <tbody>
      {draw.picked.map((unit, at) => (
        <tr key={unit.unitId}>
          <td>{at + 1}</td>
          <td>{unit.code}</td>
          <td>{unit.unitName}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** What a witness signs: the facts of the draw and the units drawn. */
export const DrawFacts = ({ draw }: { readonly draw: Draw }) => (
  <>
    <Facts items={factsOf(draw)} />
    <Picked draw={draw} />
  </>
)

/** 抽样记录表: all that is needed to repeat the draw anywhere. */
export const DrawRecord = ({ verification, draw }: { readonly verification: Verification; readonly draw: Draw }) => {
  const params = { verificationId: verification.id, drawId: draw.id }
  return (
    <Section
      title={t('抽样记录表')}
      actions={
        <>
          <Button onClick={() => void download(drawRecord, { params })}>{t('下载记录文件')}</Button>
          <PaperFiles label={t('抽样记录表')} route={drawPaper} params={params} />
        </>
      }
    >
      {draw.cancellation && (
        <p>
          <StateTag word={t('已作废')} tone="stop" />{' '}
          {t('{{by}} {{at}} 作废：{{reason}}', {
            by: draw.cancellation.by,
            at: sayMoment(draw.cancellation.at),
            reason: draw.cancellation.reason,
          })}
        </p>
      )}
      <DrawFacts draw={draw} />
      {draw.cancellation === null && <Residual verification={verification} />}
      <p className={styles.note}>
        {t(
          '复核办法：名单按编号排序，以种子、层名、序号依次求 SHA-256，按公布的算法取余抽取，结果应与本表一致。下载记录文件后，用 ./quanheng check-draw 或 verify/draw.py 可在任何一台计算机上离线重抽。',
        )}
      </p>
    </Section>
  )
}
