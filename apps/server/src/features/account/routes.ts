import * as contract from '@quanheng/contract/account'
import { type Ability, abilities, postsThatMay } from '@quanheng/domain/ability/abilities'
import { ok } from '@quanheng/domain/kernel/result'
import { rehearsalPassword } from '@quanheng/rehearsal/accounts'
import { type Binding, bindCommand, bindHousekeeping, bindQuery } from '../../platform/http/bind.ts'
import { clearSessionCookie } from '../../platform/http/cookie.ts'
import { type Platform, today } from '../../platform/platform.ts'
import { endSession } from '../../platform/session/session.ts'
import { enrol, factorView, release, releaseOwn } from './factor-service.ts'
import { beginReal, issueLink, moveRehearsalDate, redeem, replacePassword } from './service.ts'
import { signInHandler, stepUpHandler } from './sign-in.ts'
import { makeSlips } from './slip-service.ts'
import { rehearsalAccounts } from './store.ts'

const abilityNames = Object.keys(abilities) as Ability[]

export const accountRoutes = (platform: Platform): readonly Binding[] => [
  bindQuery(contract.status, async ({ db }) => {
    const installation = platform.installation.current()
    return ok({
      state: installation === null ? ('new' as const) : ('ready' as const),
      directory: installation?.kind ?? null,
      rehearsalDate: installation?.businessDate ?? null,
      archived: installation?.archived ?? null,
      ...(installation?.kind === 'rehearsal'
        ? { accounts: await rehearsalAccounts(db, today(platform)), rehearsalPassword }
        : {}),
      version: platform.options.version,
    })
  }),
  bindCommand(contract.begin, beginReal(platform), async () => {
    await platform.chooseKind('real')
    await platform.installation.reload()
  }),
  bindHousekeeping(contract.signIn, signInHandler(platform)),
  bindHousekeeping(contract.signOut, async ({ reply, session }) => {
    if (session !== null) await endSession(platform.db, session.tokenDigest)
    clearSessionCookie(reply, platform.options.secure)
    reply.header('clear-site-data', '"cache", "storage"')
    return ok({})
  }),
  bindQuery(contract.session, async ({ db, actor }) => {
    const row = await db
      .selectFrom('login_name')
      .select('login')
      .where('person_id', '=', actor.personId)
      .executeTakeFirstOrThrow()
    const installation = platform.installation.current()
    return ok({
      person: { id: actor.personId, name: actor.name, login: row.login },
      posts: [...actor.posts],
      abilities: abilityNames.filter((ability) => postsThatMay(actor.posts, ability).length > 0),
      rehearsal: installation?.businessDate ? { date: installation.businessDate } : null,
      archived: installation?.archived ?? null,
      today: today(platform),
      mustChangePassword: actor.mustChangePassword ?? false,
    })
  }),
  bindHousekeeping(contract.stepUp, stepUpHandler(platform)),
  bindCommand(contract.changePassword, replacePassword),
  bindCommand(contract.makeLink, issueLink),
  bindCommand(contract.printSlips, makeSlips),
  bindCommand(contract.redeemLink, redeem),
  bindQuery(contract.showFactor, factorView(platform)),
  bindCommand(contract.enrolFactor, enrol(platform)),
  bindCommand(contract.releaseOwnFactor, releaseOwn),
  bindCommand(contract.releaseFactor, release),
  bindCommand(contract.moveDate, moveRehearsalDate, platform.installation.reload),
]
