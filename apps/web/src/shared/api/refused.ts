import type { ErrorCode, RefusalReply } from '@quanheng/contract/errors'
import { t } from '../i18n/t.ts'

/** Codes that only the browser knows: the request never came back. */
export type WebCode = 'web.connectionLost' | 'web.unreadable' | 'web.cancelled'

const passes = (status: number): boolean => status >= 500 || status === 429 || status === 408

/** A request that was not carried out, in words for the person, with the place at fault when the server named one. */
export class RefusedError extends Error {
  readonly code: ErrorCode | WebCode
  readonly status: number
  readonly at: string | undefined
  readonly params: Readonly<Record<string, string>> | undefined
  readonly basis: unknown
  readonly details: NonNullable<RefusalReply['error']['details']>

  constructor(status: number, body: RefusalReply['error']) {
    super(body.message)
    this.name = 'RefusedError'
    this.code = body.code as ErrorCode
    this.status = status
    this.at = body.at
    this.params = body.params
    this.basis = body.basis
    this.details = body.details ?? []
  }

  /** Whether the command may have been carried out although no answer came. */
  get outcomeUnknown(): boolean {
    return this.code === 'web.connectionLost' || this.status >= 500
  }

  /** Whether the same request may be answered otherwise a little later; else something must be mended first, as the words say. */
  get mayPass(): boolean {
    return this.code === 'web.connectionLost' || passes(this.status)
  }
}

const here = (code: WebCode, message: string, status = 0): RefusedError => new RefusedError(status, { code, message })

export const connectionLost = (): RefusedError =>
  here('web.connectionLost', t('与服务器的连接中断，已填写的内容仍保留在本页。请检查网络后重试。'))

export const cancelled = (): RefusedError => here('web.cancelled', t('已取消'))

const isRefusal = (body: unknown): body is RefusalReply =>
  typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object'

/** Reads a refused answer; a proxy's page instead of ours becomes a plain sentence with its status. */
export const refusedFrom = (status: number, text: string): RefusedError => {
  try {
    const body: unknown = JSON.parse(text)
    if (isRefusal(body)) return new RefusedError(status, body.error)
  } catch {
    // Not JSON: falls through to the sentence below.
  }
  return here(
    'web.unreadable',
    passes(status)
      ? t('服务器未能处理请求（状态码 {{status}}），请稍后重试或联系系统管理员。', { status })
      : t('请求没有送到平台，被中间的网络设备拒绝（状态码 {{status}}）。重试无用，请联系系统管理员。', { status }),
    status,
  )
}
