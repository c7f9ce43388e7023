use std::net::{Ipv4Addr, SocketAddr};

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::Result;

/// What lies between a server and its readers, and can be cut and mended. Its end at the readers has a
/// port of its own, which stays the same.
pub(crate) struct Wire {
    pub(crate) address: SocketAddr,
    whole: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Wire {
    /// Lays a whole wire to a server on this machine.
    ///
    /// # Errors
    ///
    /// Only when the machine has no port to give.
    pub(crate) async fn lay(server: SocketAddr) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let (whole, state) = watch::channel(true);
        let task = tokio::spawn(async move {
            while let Ok((reader, _)) = listener.accept().await {
                tokio::spawn(carry(reader, server, state.clone()));
            }
        });
        Ok(Self { address, whole, task })
    }

    /// Ends every connection, and every new one as soon as it is made, until the wire is mended.
    pub(crate) fn set_whole(&self, whole: bool) {
        self.whole.send_replace(whole);
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn carry(mut reader: TcpStream, server: SocketAddr, mut state: watch::Receiver<bool>) {
    if !*state.borrow() {
        return;
    }
    let Ok(mut server) = TcpStream::connect(server).await else { return };
    tokio::select! {
        // Whoever ends a connection knows why.
        _ = copy_bidirectional(&mut reader, &mut server) => {}
        _ = state.wait_for(|whole| !whole) => {}
    }
}
