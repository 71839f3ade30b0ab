import { confirmPaperSignature, refusePaperSignature } from '@quanheng/contract/sheet'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { StateTag, type Tone } from '../../../shared/state/StateTag.tsx'
import styles from '../scoring.module.css'
import { type Sheet, sayCause } from '../sheet.ts'

const PaperDialog = lazy(() => import('../paper/PaperDialog.tsx'))

type Signature = Sheet['signatures'][number]

const tones: Readonly<Record<Signature['state'], Tone>> = {
  registered: 'heed',
  standing: 'done',
  refused: 'stop',
  voided: 'stop',
}

const scanOf = (sheet: Sheet, signature: Signature): string =>
  `/api/sheets/${sheet.id}/paper-signatures/${signature.id}/scan`

const Means = ({ sheet, signature }: { readonly sheet: Sheet; readonly signature: Signature }) => (
  <span>
    {word('signatureMeans', signature.medium)}
    {signature.medium === 'paper' && (
      <>
        {' '}
        <a href={scanOf(sheet, signature)} target="_blank" rel="noreferrer">
          {t('扫描件')}
        </a>{' '}
        {signature.confirmedBy === null
          ? t('{{name}}登记', { name: signature.registeredBy ?? '' })
          : t('{{name}}登记，{{second}}核对', { name: signature.registeredBy ?? '', second: signature.confirmedBy })}
      </>
    )}
  </span>
)

/** The second person: scan and entry side by side, then it stands or is refused. */
const Second = ({ sheet, signature }: { readonly sheet: Sheet; readonly signature: Signature }) => {
  const [open, setOpen] = useState<'confirm' | 'refuse'>()
  const close = () => setOpen(undefined)
  const confirm = useCommand(confirmPaperSignature, { onDone: close })
  const refuse = useCommand(refusePaperSignature, { onDone: close })
  const params = { sheetId: sheet.id, signatureId: signature.id }
  return (
    <>
      <Button size="small" onClick={() => setOpen('confirm')}>
        {t('核对')}
      </Button>
      <Button size="small" type="text" onClick={() => setOpen('refuse')}>
        {t('登记不符')}
      </Button>
      {open && (
        <WeightyAct
          act={open === 'confirm' ? t('核对签批登记') : t('登记不符')}
          object={t('{{role}} {{name}}', { role: word('sheetRole', signature.role), name: signature.name })}
          digest={signature.code}
          effects={open === 'confirm' ? [t('核对后签字生效。')] : [t('登记作废并留痕，须重新登记。')]}
          {...(open === 'refuse' && { reason: 'required' as const })}
          pending={confirm.pending || refuse.pending}
          refusal={confirm.refusal ?? refuse.refusal}
          onClose={close}
          onAct={(reason) =>
            open === 'confirm'
              ? confirm.run({ params, body: { version: sheet.version } })
              : refuse.run({ params, body: { version: sheet.version, reason } })
          }
        >
          <p>
            {t('{{name}} {{day}} 签字；请打开扫描件，核对签字人、日期、意见和页脚校验码。', {
              name: signature.name,
              day: signature.signedOn,
            })}
          </p>
          <p>
            <a href={scanOf(sheet, signature)} target="_blank" rel="noreferrer">
              {t('打开扫描件')}
            </a>
          </p>
        </WeightyAct>
      )}
    </>
  )
}

/** Who signs, in order, each as what it is; signatures that fell stay with their cause. */
export const Signatures = ({ sheet }: { readonly sheet: Sheet }) => {
  const [registering, setRegistering] = useState(false)
  const waiting = sheet.order.filter(({ signatureId }) => signatureId === null)
  return (
    <Section
      title={t('签字')}
      actions={
        sheet.may.includes('registerPaper') && (
          <Button disabled={sheet.blockers.length > 0} onClick={() => setRegistering(true)}>
            {t('线下签批登记')}
          </Button>
        )
      }
    >
      <ul className={styles.signatures}>
        {sheet.signatures.map((signature) => (
          <li key={signature.id}>
            <strong>{word('sheetRole', signature.role)}</strong>
            <span>{signature.name}</span>
            <time dateTime={signature.signedOn}>{signature.signedOn}</time>
            <Means sheet={sheet} signature={signature} />
            <StateTag word={word('signatureState', signature.state)} tone={tones[signature.state]} />
            {signature.opinion && <span>{t('意见：{{opinion}}', { opinion: signature.opinion })}</span>}
            {signature.voiding && (
              <span className={styles.note}>
                {t('{{cause}}（{{by}}）', { cause: sayCause(signature.voiding.cause), by: signature.voiding.by })}
              </span>
            )}
            {signature.state === 'registered' && sheet.may.includes('confirmPaper') && (
              <Second sheet={sheet} signature={signature} />
            )}
          </li>
        ))}
        {waiting.map(({ role, posts }) => (
          <li key={role} className={styles.note}>
            <strong>{word('sheetRole', role)}</strong>
            <span>{t('待签（{{posts}}）', { posts: posts.map((post) => word('post', post)).join('、') })}</span>
          </li>
        ))}
      </ul>
      <Suspense>{registering && <PaperDialog sheet={sheet} onClose={() => setRegistering(false)} />}</Suspense>
    </Section>
  )
}
