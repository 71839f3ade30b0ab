import { confirmRelease, withdrawRelease } from '@quanheng/contract/datum'
import { Button } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { notify } from '../../../shared/notice/notices.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import styles from '../collection.module.css'
import type { ShownDatum } from '../row.ts'
import { sayAuthor, sayMeasured, sayRelease } from '../say.ts'
import { PublishDialog } from './PublishDialog.tsx'

type Later = ShownDatum['laterReleases'][number]

const Outcome = ({ outcome }: Pick<Later, 'outcome'>) => {
  if (outcome === null) return <StateTag word={t('待确认')} tone="heed" />
  const tone = outcome.kind === 'stands' || outcome.kind === 'nextYear' ? 'heed' : 'done'
  return <StateTag word={word('laterOutcome', outcome.kind)} tone={tone} />
}

/** What the body published after its figure was closed, beside what is scored; entered, confirmed by another, taken back. */
export const LaterReleases = ({ datum }: { readonly datum: ShownDatum }) => {
  const [open, setOpen] = useState<'publish' | 'confirm'>()
  const withdraw = useCommand(withdrawRelease)
  const { laterReleases, may, version } = datum
  const offered = (['publish', 'confirmRelease', 'withdrawRelease'] as const).some((command) => may.includes(command))
  if (laterReleases.length === 0 && !offered && open === undefined) return null
  const close = () => setOpen(undefined)
  const params = { datumId: datum.id }
  return (
    <Section title={t('后续发布数')}>
      <p className={styles.soft}>
        {t('与计分所用数不一致时：{{rule}}。', { rule: word('whenFinalDiffers', datum.whenFinalDiffers) })}
      </p>
      {laterReleases.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.versions}>
            <thead>
              <tr>
                <th scope="col">{t('性质')}</th>
                <th scope="col">{t('数值')}</th>
                <th scope="col">{t('数据截至')}</th>
                <th scope="col">{t('发布说明')}</th>
                <th scope="col">{t('登记人')}</th>
                <th scope="col">{t('确认人')}</th>
                <th scope="col">{t('处理')}</th>
              </tr>
            </thead>
            <tbody>
              {laterReleases.map((later) => (
                <tr key={later.number}>
                  <td className={styles.nowrap}>{sayRelease(later.release)}</td>
                  <td data-figure>{sayMeasured(datum, later.value)}</td>
                  <td className={styles.nowrap}>{later.asOf}</td>
                  <td>{later.reason}</td>
                  <td>
                    {sayAuthor(later)} {sayMoment(later.at)}
                  </td>
                  <td>
                    {later.outcome ? `${sayAuthor({ author: later.outcome.by })} ${sayMoment(later.outcome.at)}` : '—'}
                  </td>
                  <td>
                    <Outcome outcome={later.outcome} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {offered && (
        <div className={styles.acts}>
          {may.includes('confirmRelease') && (
            <Button type="primary" onClick={() => setOpen('confirm')}>
              {t('确认后续发布数')}
            </Button>
          )}
          {may.includes('publish') && <Button onClick={() => setOpen('publish')}>{t('登记后续发布数')}</Button>}
          {may.includes('withdrawRelease') && (
            <Button loading={withdraw.pending} onClick={() => void withdraw.run({ params, body: { version } })}>
              {t('撤回后续发布数')}
            </Button>
          )}
        </div>
      )}
      <Refusal refusal={withdraw.refusal} />
      {open === 'publish' && <PublishDialog datum={datum} onClose={close} />}
      {open === 'confirm' && <Confirm datum={datum} onClose={close} />}
    </Section>
  )
}

interface ConfirmProps {
  readonly datum: ShownDatum
  readonly onClose: () => void
}

const effectsOf = (datum: ShownDatum): readonly string[] =>
  datum.whenFinalDiffers === 'recompute'
    ? datum.leaves.map((leaf) =>
        t('与计分所用数不一致的，以本数重新计分；“{{leaf}}”评分表上引用原数的签名失效，须重新签字。', {
          leaf: leaf.name,
        }),
      )
    : [t('计分所用数不变，差异在本页注明。')]

const Confirm = ({ datum, onClose }: ConfirmProps) => {
  const command = useCommand(confirmRelease)
  const waiting = datum.laterReleases.find(({ outcome }) => outcome === null)
  const act = async () => {
    if (!(await command.run({ params: { datumId: datum.id }, body: { version: datum.version } }))) return
    notify(t('已确认后续发布数'))
    onClose()
  }
  return (
    <WeightyAct
      act={t('确认后续发布数')}
      object={`${datum.unitName} ${datum.element.name}`}
      effects={effectsOf(datum)}
      pending={command.pending}
      refusal={command.refusal}
      onAct={() => void act()}
      onClose={onClose}
    >
      <p>
        {t('计分所用数：{{counted}}；后续发布数：{{later}}', {
          counted: datum.last ? sayMeasured(datum, datum.last.value) : '—',
          later: waiting ? `${sayMeasured(datum, waiting.value)}（${sayRelease(waiting.release)}）` : '—',
        })}
      </p>
    </WeightyAct>
  )
}
