import { showSeal } from '@quanheng/contract/checkpoint'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useQueryRoute } from '../api/hooks.ts'
import { t } from '../i18n/t.ts'
import { useSession } from '../session/session.ts'
import { sayMoment } from '../time/time.ts'
import styles from './print.module.css'

export interface PrintSheetProps {
  readonly title: string
  /** Under the title: unit, year, what it was printed from. */
  readonly subtitle?: string
  readonly landscape?: boolean
  /** Posts that sign on the paper; each gets a box with name and date. */
  readonly signatures?: readonly string[]
  /** 校验码 of what is printed. */
  readonly digest?: string
  /** Tables as plain `<table>`: their heads repeat on every page. */
  readonly children: ReactNode
}

/** The minute of printing, taken when the print begins. */
const usePrintedAt = (): number => {
  const [at, setAt] = useState(() => Date.now())
  useEffect(() => {
    const take = () => flushSync(() => setAt(Date.now()))
    addEventListener('beforeprint', take)
    return () => removeEventListener('beforeprint', take)
  }, [])
  return at
}

/**
 * The A4 view of what is on screen: invisible until printed, and then the only thing printed.
 * Page numbers come from the page margin, which browsers before Chromium 131 leave empty.
 */
export const PrintSheet = (props: PrintSheetProps) => {
  const { person } = useSession()
  const printedAt = usePrintedAt()
  const seal = useQueryRoute(showSeal, {}).data?.newest
  useEffect(() => {
    document.body.classList.add('printing-sheet')
    return () => document.body.classList.remove('printing-sheet')
  }, [])
  return createPortal(
    <div className={styles.sheet} data-print-sheet data-landscape={props.landscape === true}>
      <header className={styles.head}>
        <h1>{props.title}</h1>
        {props.subtitle && <p>{props.subtitle}</p>}
      </header>
      {props.children}
      {props.signatures && props.signatures.length > 0 && (
        <div className={styles.signatures}>
          {props.signatures.map((post) => (
            <div key={post}>
              <span>{post}</span>
              <span>{t('签字：')}</span>
              <span>{t('日期：')}</span>
            </div>
          ))}
        </div>
      )}
      <footer className={styles.foot}>
        {props.digest && <span>{t('校验码 {{digest}}', { digest: props.digest })}</span>}
        {seal && <span>{t('存证点 {{mark}}', { mark: seal.mark })}</span>}
        <span>{t('{{name}} 打印于 {{time}}', { name: person.name, time: sayMoment(printedAt) })}</span>
      </footer>
    </div>,
    document.body,
  )
}
