import type { FastifyReply } from 'fastify'

/** `__Host-` binds the cookie to this host and to TLS; a plain loopback address cannot use it. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-quanheng' : 'quanheng')

export const setSessionCookie = (reply: FastifyReply, token: string, secure: boolean): void => {
  reply.setCookie(cookieName(secure), token, { path: '/', httpOnly: true, sameSite: 'strict', secure })
}

export const clearSessionCookie = (reply: FastifyReply, secure: boolean): void => {
  reply.clearCookie(cookieName(secure), { path: '/', httpOnly: true, sameSite: 'strict', secure })
}
