import type { ReactNode } from 'react'
import type { RefusedError } from '../../../shared/api/refused.ts'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'

interface Locked {
  readonly planTitle: string
  readonly runDigest: string
}

interface Props<T extends Locked> {
  readonly planId: string
  /** The read that the page stands on. */
  readonly asked: {
    readonly data: T | undefined
    readonly error: RefusedError | null
    readonly refetch: () => unknown
  }
  readonly actions: (locked: T) => ReactNode
  readonly children: (locked: T) => ReactNode
}

/** A page over one locked version: the way back to its plan, and which version it is. */
export const LockedPage = <T extends Locked>({ planId, asked, actions, children }: Props<T>) => {
  const locked = asked.data
  const crumbs = [
    { title: t('结果'), to: '/results' },
    { title: locked?.planTitle ?? t('方案'), to: `/results/${planId}` },
  ]
  if (!locked)
    return (
      <Page crumbs={crumbs}>
        <Pending refusal={asked.error} onRetry={asked.refetch} />
      </Page>
    )
  return (
    <Page
      crumbs={crumbs}
      note={
        <>
          {t('锁定版')} <Digest value={locked.runDigest} />
        </>
      }
      actions={actions(locked)}
    >
      {children(locked)}
    </Page>
  )
}
