import { ROLES, type Role } from './users';

/** A value without which a command makes no sense; throws when it is missing. */
export function needed(value: string | undefined, name: string): string {
  if (!value) throw new Error(`${name} is missing.`);
  return value;
}

/** A role by its name; reviewer when none is given. */
export function roleOf(name = 'reviewer'): Role {
  const role = ROLES.find((one) => one === name);
  if (!role) throw new Error(`Not a role: ${name} (${ROLES.join(', ')})`);
  return role;
}
