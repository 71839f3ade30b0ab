import { type PostKind, postKinds } from '@quanheng/domain/ability/posts'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import styles from './account.module.css'

interface Props {
  readonly accounts: readonly {
    readonly login: string
    readonly name: string
    readonly post: string
    readonly unit: string
    readonly tryFirst: string
  }[]
  /** One for all of them. */
  readonly password: string | undefined
  readonly onChoose: (login: string) => void
}

/** Those who decide come first, those who administer last. */
const rank = (post: string): number => postKinds.indexOf(post as PostKind)

/** In a rehearsal: one account a post, and what to try with it. */
export const RehearsalAccounts = ({ accounts, password, onChoose }: Props) => (
  <section className={styles.accounts} aria-labelledby="rehearsal-accounts">
    <h2 id="rehearsal-accounts">{t('演练账号')}</h2>
    <p>{t('演练环境中的单位、人员和数据均为虚构，可以放心试用。点一个岗位即可进入。')}</p>
    {password && <p>{t('也可以输入登录名登录，演练密码均为 {{password}}', { password })}</p>}
    <ul>
      {[...accounts]
        .sort((one, other) => rank(one.post) - rank(other.post))
        .map((account) => (
          <li key={account.login}>
            <button type="button" onClick={() => onChoose(account.login)}>
              <span className={styles.accountPost}>
                <strong>{word('post', account.post as PostKind)}</strong>
                <span>{t('{{name}}，{{unit}}', { name: account.name, unit: account.unit })}</span>
              </span>
              <code>{account.login}</code>
              <span className={styles.tryFirst}>{account.tryFirst}</span>
            </button>
          </li>
        ))}
    </ul>
  </section>
)
