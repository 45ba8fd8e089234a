import { storage } from 'wxt/utils/storage';
import { loadPolicy } from '../managed';
import { addressOf } from './connect';
import type { Account } from './endpoint';

/** The joined team, without the password. */
export type Membership = Omit<Account, 'password'>;

/** `null` = no team: nothing is ever sent. */
export const membershipItem = storage.defineItem<Membership | null>('local:team', { fallback: null });
/** Beside the membership, so that nothing that reads one can show the other; never part of a backup or an export. */
const keptPassword = storage.defineItem<string>('local:team-password', { fallback: '' });
/** Lives until the browser is closed. */
const sessionPassword = storage.defineItem<string>('session:team-password', { fallback: '' });

/** The account to sync with, or null while there is no team or the password has to be entered again. */
export async function loadAccount(): Promise<Account | null> {
  const membership = await membershipItem.getValue();
  const password = (await sessionPassword.getValue()) || (await keptPassword.getValue());
  if (!membership || !password) return null;
  const policy = await loadPolicy();
  const url = addressOf(policy.url ?? '') ?? membership.url;
  return { ...membership, url, team: policy.team ?? membership.team, password };
}

/** True when a team was joined and its password has to be entered again: it was kept until the browser was closed. */
export async function lacksPassword(): Promise<boolean> {
  return (await membershipItem.getValue()) !== null && (await loadAccount()) === null;
}

/** Joins a team; `remember` keeps the password beyond this run of the browser. */
export async function joinTeam({ password, ...membership }: Account, remember: boolean): Promise<void> {
  await sessionPassword.setValue(password);
  await keptPassword.setValue(remember ? password : '');
  await membershipItem.setValue(membership);
}

/** Leaves the team; what was recorded stays. */
export async function leaveTeam(): Promise<void> {
  await membershipItem.setValue(null);
  await Promise.all([keptPassword.removeValue(), sessionPassword.removeValue()]);
}
