import { startEndpoint } from '../lib/endpoint';
import { contract } from './suite';

contract('the embedded endpoint', async () => {
  const endpoint = await startEndpoint([
    ['王检查', 'gov', 'reviewer'],
    ['li', 'gov', 'reviewer'],
    ['du', 'gov', 'reader'],
    ['zhao', 'other', 'reviewer'],
  ]);
  return {
    wang: endpoint.account('王检查'),
    li: endpoint.account('li'),
    reader: endpoint.account('du'),
    stranger: endpoint.account('zhao'),
    checksBlobs: true,
    stop: endpoint.stop,
  };
});
