use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::response::Response;
use futures_util::{StreamExt, stream};
use tokio::time::{Instant, sleep_until};

/// What a packet carries at most: an Ethernet frame without the headers of IP and TCP.
const PACKET: usize = 1_460;

/// How late a timer may ring. A packet that was sent late does not make the line slower.
const LATENESS: Duration = Duration::from_millis(4);

/// A slow line between a server and its readers.
///
/// Every answer begins a latency after its request and shares the line with all others, a packet of
/// each in turn. What has arrived can be used while the rest is on its way. DevTools' own emulation
/// differs in that: it holds back what the browser reads at once, which for compressed files is up to
/// 32 KB, until the last byte of it is due. Setting up a connection takes no time in either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// From the request to the first byte of the answer.
    pub latency: Duration,
    /// What fits through it, all answers together.
    pub bytes_per_second: u32,
}

/// The state of a link.
pub(crate) struct Line {
    link: Link,
    /// When the last packet that was taken on will have arrived.
    busy_until: Mutex<Instant>,
}

impl Line {
    pub(crate) fn new(link: Link) -> Self {
        Self { link, busy_until: Mutex::new(Instant::now()) }
    }

    /// Waits until a request would have come and its answer begun to arrive.
    pub(crate) async fn answer(&self) {
        sleep_until(Instant::now() + self.link.latency).await;
    }

    /// Sends the body of an answer at the pace of the line.
    pub(crate) fn carry(self: Arc<Self>, response: Response) -> Response {
        response.map(|body| {
            let chunks = body.into_data_stream().flat_map(|chunk| match chunk {
                Ok(bytes) => stream::iter(packets(bytes).into_iter().map(Ok)).left_stream(),
                Err(error) => stream::iter([Err(error)]).right_stream(),
            });
            Body::from_stream(chunks.then(move |packet| {
                let line = Arc::clone(&self);
                async move {
                    if let Ok(bytes) = &packet {
                        sleep_until(line.arrival_of(bytes.len())).await;
                    }
                    packet
                }
            }))
        })
    }

    /// Takes on a packet of a length, and tells when it will have arrived.
    fn arrival_of(&self, length: usize) -> Instant {
        let seconds = length as f64 / f64::from(self.link.bytes_per_second.max(1));
        let mut busy_until = self.busy_until.lock().unwrap_or_else(PoisonError::into_inner);
        let idle_since = Instant::now() - LATENESS;
        *busy_until = (*busy_until).max(idle_since) + Duration::from_secs_f64(seconds);
        *busy_until
    }
}

fn packets(mut bytes: Bytes) -> Vec<Bytes> {
    let mut packets = Vec::new();
    while bytes.len() > PACKET {
        packets.push(bytes.split_to(PACKET));
    }
    packets.push(bytes);
    packets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_cut_into_packets_without_loss() {
        let bytes = Bytes::from_iter((0..4_000_u32).map(|number| number.to_le_bytes()[0]));
        let cut = packets(bytes.clone());
        assert_eq!(cut.iter().map(Bytes::len).collect::<Vec<_>>(), [1_460, 1_460, 1_080]);
        assert_eq!(cut.concat(), bytes);
    }

    #[test]
    fn what_is_sent_at_once_arrives_one_after_the_other() {
        let latency = Duration::from_millis(150);
        let line = Line::new(Link { latency, bytes_per_second: 200_000 });
        let first = line.arrival_of(20_000);
        assert_eq!(line.arrival_of(40_000) - first, Duration::from_millis(200));
    }
}
