import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Policy } from '../../utils/managed';
import { sendMessage } from '../../utils/messages';
import { changeSettings } from '../../utils/settings';
import {
  joinTeam,
  lacksPassword,
  leaveTeam,
  type Membership,
  membershipItem,
} from '../../utils/sync/account';
import { browserNetwork, permissionsFor } from '../../utils/sync/browser';
import { addressOf, isTeamName, testConnection } from '../../utils/sync/connect';
import type { Account } from '../../utils/sync/endpoint';
import { isProtected } from '../../utils/sync/request';
import { type Sentence, say } from '../../utils/words';
import { t, words } from '../shared/words';
import { usePolicy } from './Policy';

/** Joining and leaving a team. Nothing is sent anywhere before the reviewer has joined one. */
export function SyncSettings() {
  const [membership, setMembership] = useState<Membership | null>(null);
  const [notice, setNotice] = useState<Sentence | null>(null);
  /** The form is open though a team was joined: the password, a permission or the address has to be given again. */
  const [again, setAgain] = useState(false);
  useEffect(() => {
    const read = () => {
      void membershipItem.getValue().then(setMembership);
      void lacksPassword().then(setAgain);
    };
    read();
    return membershipItem.watch(read);
  }, []);
  const joined = (found: Sentence | null) => {
    setNotice(found);
    setAgain(false);
  };
  return (
    <section>
      <h2>{t('sync.title')}</h2>
      <p class="hint">{t('sync.hint')}</p>
      {membership ? (
        <>
          <p role="status">
            {t('sync.joined', new URL(membership.url).host, membership.team, membership.user)}
          </p>
          <p class="actions">
            <button type="button" aria-expanded={again} onClick={() => setAgain(!again)}>
              {t('sync.again')}
            </button>
            <button type="button" onClick={() => void leaveTeam()}>
              {t('sync.leave')}
            </button>
          </p>
        </>
      ) : null}
      {membership === null || again ? (
        <JoinForm key={membership?.url} before={membership} onJoined={joined} />
      ) : null}
      {notice ? <p role="status">{words(notice)}</p> : null}
    </section>
  );
}

/** `before`: the account that is joined already; only the password is missing from it. */
function JoinForm(props: { before: Membership | null; onJoined(notice: Sentence | null): void }) {
  const { before, onJoined } = props;
  const policy = usePolicy();
  const [typed, setTyped] = useState(before?.url ?? '');
  const [testing, setTesting] = useState(false);
  const [problem, setProblem] = useState<Sentence | null>(null);
  const url = addressOf(policy.url ?? typed);
  const isClear = url !== null && !isProtected({ url, team: '', user: '', password: '' });

  const join = async (form: HTMLFormElement) => {
    const entered = read(form, policy);
    if ('problem' in entered) return setProblem(entered.problem);
    const { account, remember } = entered;
    // Asked first: after a wait the browser would no longer take it for the reviewer's own wish.
    const granted = await browser.permissions.request(permissionsFor(account.url));
    if (!granted) return setProblem(say('sync.problems.permission'));
    setTesting(true);
    setProblem(null);
    const network = browserNetwork(account.url);
    const result = await testConnection(account, network).finally(() => {
      network.close();
      setTesting(false);
    });
    if (!result.ok) return setProblem(result.problem.sentence);
    await changeSettings({ reviewer: account.user });
    await joinTeam(account, remember);
    onJoined(result.role === 'reader' ? say('sync.joinedReadOnly') : null);
    await sendMessage('syncNow');
  };

  return (
    <form
      class="team"
      onSubmit={(event) => {
        event.preventDefault();
        void join(event.currentTarget);
      }}
    >
      <label>
        {t('sync.url')}
        <input
          name="url"
          required
          placeholder="https://"
          value={policy.url ?? typed}
          readOnly={!!policy.url}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        {policy.url ? <small>{t('sync.locked')}</small> : null}
      </label>
      {isClear ? (
        <label class="switch">
          <input type="checkbox" name="clearText" defaultChecked={!!before?.clearText} />
          {t('sync.clearText')}
        </label>
      ) : null}
      <label>
        {t('sync.team')}
        <input name="team" required defaultValue={policy.team ?? before?.team} readOnly={!!policy.team} />
        <small>{t(policy.team ? 'sync.locked' : 'sync.teamHint')}</small>
      </label>
      <label>
        {t('sync.user')}
        <input name="user" required defaultValue={before?.user} autoComplete="username" />
        <small>{t('sync.userHint')}</small>
      </label>
      <label>
        {t('sync.password')}
        <input name="password" type="password" required autoComplete="current-password" />
      </label>
      <label class="switch">
        <input type="checkbox" name="remember" defaultChecked />
        {t('sync.remember')}
      </label>
      <button type="submit" disabled={testing}>
        {t(testing ? 'sync.testing' : 'sync.join')}
      </button>
      {problem ? (
        <p role="alert">{words(problem)}</p>
      ) : before ? (
        <p role="status">{t('sync.passwordAgain')}</p>
      ) : null}
    </form>
  );
}

/** The account as entered, or what is wrong with it. */
function read(
  form: HTMLFormElement,
  policy: Policy,
): { account: Account; remember: boolean } | { problem: Sentence } {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const url = addressOf(policy.url ?? text('url'));
  if (!url) return { problem: say('sync.badUrl', text('url')) };
  const team = policy.team ?? text('team');
  if (!isTeamName(team)) return { problem: say('sync.badTeam', team) };
  const account = {
    url,
    team,
    user: text('user'),
    password: String(data.get('password') ?? ''),
    clearText: data.has('clearText'),
  };
  return isProtected(account)
    ? { account, remember: data.has('remember') }
    : { problem: say('sync.problems.insecure') };
}
