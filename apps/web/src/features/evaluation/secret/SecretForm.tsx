import { dropBallot, takeTicket } from '@quanheng/contract/evaluation'
import type { Mark } from '@quanheng/domain/evaluation/ballot'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { useCommand } from '../../../shared/api/hooks.ts'
import { RefusedError } from '../../../shared/api/refused.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { useSession } from '../../../shared/session/session.ts'
import work from '../../../shared/work/work.module.css'
import { type Channel, type Evaluation, type OwnBallot, sayRules, sayScale } from '../evaluation.ts'
import { isHighMark, MarkList } from '../MarkList.tsx'
import {
  askedFor,
  isTicketSigned,
  type Keys,
  keepTicket,
  loadTicket,
  newTicket,
  readTicket,
  signedTicket,
  slipsOf,
  type Ticket,
} from './ticket.ts'

interface Props {
  readonly evaluation: Evaluation
  readonly channel: Channel
  readonly ballot: OwnBallot
}

const saveFile = (ticket: Ticket): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(ticket)], { type: 'application/json' }))
  link.download = t('选票凭证.json')
  link.click()
  URL.revokeObjectURL(link.href)
}

/** What lies on this machine, and the file it may be carried in. */
const Carried = ({
  ticket,
  onRead,
}: {
  readonly ticket: Ticket | undefined
  readonly onRead: (text: string) => void
}) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <p className={work.acts}>
      {ticket && <Button onClick={() => saveFile(ticket)}>{t('保存选票凭证')}</Button>}
      <Button onClick={() => input.current?.click()}>{t('导入选票凭证')}</Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json"
        aria-label={t('导入选票凭证')}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void file.text().then(onRead)
          target.value = ''
        }}
      />
    </p>
  )
}

const Found = ({ evaluation, ticket }: { readonly evaluation: Evaluation; readonly ticket: Ticket }) => {
  const listed = ticket.units.filter(({ unitId, serial }) => {
    const sent = ticket.sent?.find((mark) => mark.unitId === unitId)
    return evaluation.box.some((slip) => slip.serial === serial && (slip.mark === null || slip.mark === sent?.mark))
  })
  return (
    <p>
      {listed.length === ticket.units.length
        ? t('您的 {{count}} 张票都在公布的票中，列出的评价与您所投的一致。', { count: listed.length })
        : t('公布的票中只找到您的 {{found}} 张，应有 {{count}} 张。请持选票凭证向纪检监督反映。', {
            found: listed.length,
            count: ticket.units.length,
          })}
    </p>
  )
}

/** 无记名票 of one channel: a ticket under one's name first, the ballot without it on a later day, and found again in the list. */
export const SecretForm = ({ evaluation, channel, ballot }: Props) => {
  const personId = useSession().person.id
  const place = { evaluationId: evaluation.id, channelKey: channel.key }
  const [ticket, setTicket] = useState<Ticket | undefined>(() => loadTicket(place, personId))
  const [marks, setMarks] = useState<Readonly<Record<string, string>>>({})
  const [refusal, setRefusal] = useState<RefusedError>()
  const [isBad, setBad] = useState(false)
  const [isSending, setSending] = useState(false)
  const take = useCommand(takeTicket)
  const keys: Keys = Object.fromEntries(ballot.keys.map(({ name, modulus, exponent }) => [name, { modulus, exponent }]))
  const { content, today, state } = evaluation
  const until = content.ticketsUntil ?? ''
  const keep = (next: Ticket) => {
    keepTicket(next, personId)
    setTicket(next)
  }
  const isTicketTime = state === 'open' && today >= content.opensOn && today <= until
  const isVoting = state === 'open' && today > until && today <= content.closesOn
  const isReady = ticket !== undefined && isTicketSigned(ticket)
  const askTicket = async () => {
    const fresh =
      ticket ??
      newTicket(
        place,
        ballot.units.map(({ unitId }) => unitId),
        ballot.mostHigh ?? 0,
        keys,
      )
    // Kept before it is asked for: an answer that is lost on the way is asked for again with the same.
    keep(fresh)
    const signed = await take.run({ params: { evaluationId: evaluation.id }, body: askedFor(fresh, keys) })
    if (!signed) return
    try {
      keep(signedTicket(fresh, keys, signed))
    } catch {
      setBad(true)
    }
  }
  const vote = async () => {
    if (!ticket) return
    const given: readonly Mark[] = ballot.units.map(({ unitId }) => ({ unitId, mark: marks[unitId] ?? '' }))
    setSending(true)
    setRefusal(undefined)
    try {
      const slips = slipsOf(ticket, given, (mark) => isHighMark(channel, mark))
      const body = { ...place, slips: slips.map(({ high, ...slip }) => ({ ...slip, high: high ?? null })) }
      await call(dropBallot, { body }, { anonymous: true })
      keep({ ...ticket, sent: given })
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      setRefusal(error)
    } finally {
      setSending(false)
    }
  }
  return (
    <Section title={t('我的票：{{name}}', { name: channel.name })}>
      <p className={work.note}>
        {t('{{scale}}；{{rules}}。本单位不评。', { scale: sayScale(channel), rules: sayRules(channel) })}
      </p>
      <p className={work.note}>
        {t(
          '先在 {{until}} 以前（含当日）实名领票，次日起无记名投票。投票不带登录信息，数据库和日志里没有能由票查到人的记录。',
          { until },
        )}
      </p>
      {isTicketTime && !isReady && (
        <Button type="primary" loading={take.pending} onClick={() => void askTicket()}>
          {t('领取选票')}
        </Button>
      )}
      {isReady && ticket.sent === undefined && !isVoting && (
        <p>
          {t('已领票，凭证在本机浏览器中。换电脑或手机投票的，请保存凭证带过去。{{until}} 次日起投票。', { until })}
        </p>
      )}
      {!isReady && !isTicketTime && <p>{t('本机没有您的选票凭证。在别处领取的请导入；领票截止后不再补领。')}</p>}
      {isReady && ticket.sent === undefined && isVoting && (
        <MarkList
          channel={channel}
          ballot={ballot}
          marks={marks}
          onChange={setMarks}
          verb={t('投票')}
          pending={isSending}
          onSend={() => void vote()}
        />
      )}
      {ticket?.sent !== undefined && evaluation.box.length === 0 && (
        <p>{t('已投票。结束后可在公布的票中核对您的票，请不要清除本机凭证。')}</p>
      )}
      {ticket?.sent !== undefined && evaluation.box.length > 0 && <Found evaluation={evaluation} ticket={ticket} />}
      {isBad && <p className={work.fault}>{t('签名核对不上，没有领到有效的选票。请联系组织评议的单位。')}</p>}
      <Refusal refusal={take.refusal ?? refusal} />
      <Carried
        ticket={isReady ? ticket : undefined}
        onRead={(text) => {
          const read = readTicket(text, place)
          if (read) keep(read)
          else setBad(true)
        }}
      />
    </Section>
  )
}
